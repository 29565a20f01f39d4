"""Compare how governments tell of one call.

    import pathlib, rashomon
    comparison = rashomon.compare(pathlib.Path("us.txt"), pathlib.Path("cn.txt"), left="us", right="cn")
    comparison.links        # a pandas DataFrame; so are .statements, .omissions, .topics, .facts, .claims, .summary

The compiled part is loaded when it is first needed, so that `python -m rashomon.cluster` runs without it.
"""
import importlib
import typing

if typing.TYPE_CHECKING:
    from .article import Article, split
    from .comparison import Comparison, compare
    from .errors import InputError, NotFittedError
    from .vectorizer import Vectorizer

    __version__: str

_HOMES = {
    "Article": "article",
    "Comparison": "comparison",
    "InputError": "errors",
    "NotFittedError": "errors",
    "Vectorizer": "vectorizer",
    "compare": "comparison",
    "split": "article",
}
__all__ = list(_HOMES)


def __getattr__(name):
    if name == "__version__":
        from ._engine import compiled

        return compiled.version()
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)


def __dir__():
    return [*__all__, "__version__"]
