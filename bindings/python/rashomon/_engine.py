"""The compiled part, and what it knows beside the texts, which is read once and shared by all threads."""
import contextlib
import functools
import os
import threading

from .errors import InputError

try:
    from . import _rashomon as compiled
except ImportError as error:
    raise ImportError(
        f"the compiled part of rashomon cannot be loaded ({error}); build it by 'pip install .' in the project's root"
    ) from error

_lock = threading.Lock()


def knowledge(lexicon=None, model=None, vectors=None):
    """What is compiled in, with these files."""
    files = tuple(os.fsencode(path) for path in paths(lexicon)), *(os.fsencode(p) if p else None for p in (model, vectors))
    states = tuple(_state(path) for path in (*files[0], *files[1:]) if path)
    with _lock:
        return _knowledge(files, states)


def paths(files):
    """One path, or several, as a list."""
    if files is None:
        return []
    return [files] if isinstance(files, (str, bytes, os.PathLike)) else list(files)


@functools.lru_cache(maxsize=8)
def _knowledge(files, _states):
    return compiled.Knowledge(*files)


def _state(path):
    """Changes where the file does."""
    with contextlib.suppress(OSError):
        state = os.stat(path)
        return state.st_ino, state.st_mtime_ns, state.st_size
    return None


@contextlib.contextmanager
def naming_files(files):
    """Tells of an InputError which of these files it stands in."""
    try:
        yield
    except InputError as error:
        names = (os.fspath(file) for file in files if file is not None)
        file = next((name for name in map(os.fsdecode, names) if error.place.startswith(name)), None)
        raise InputError(error.place, error.problem, error.cure, file) from None
