"""Texts and files as the engine takes them: a name with a text, or a path without one."""
import os

from .errors import InputError

_ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl")


def engine_input(value, name):
    """`value`: a str is the text itself, a pathlib.Path (or any os.PathLike) is a file. `name`: of a text."""
    if isinstance(value, str):
        _refuse_file_name(value, name)
        return name.encode(), encoded(value, name)
    if isinstance(value, os.PathLike):
        path = os.fsencode(value)
        return (b"./-" if path == b"-" else path), None  # "-" would be standard input
    raise TypeError(f"{name} is of type {type(value).__name__}; give a text as str, or a file as pathlib.Path")


def files_among(values):
    return [value for value in values if isinstance(value, os.PathLike)]


def encoded(text, name):
    """The text as UTF-8. Offsets into it count code points, as those of a str do."""
    if not isinstance(text, str):
        raise TypeError(f"{name} is of type {type(text).__name__}; give it as str")
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            name,
            f"character {error.start}, {text[error.start]!r}, is half of a surrogate pair",
            "join the halves by text.encode('utf-16', 'surrogatepass').decode('utf-16'), or take it out",
        ) from None


def _refuse_file_name(text, name):
    if text.lower().endswith(_ENDINGS) and not any(character.isspace() for character in text):
        raise InputError(name, f"it is the name of a file, {text!r}, and a str is a text", f"give pathlib.Path({text!r})")
