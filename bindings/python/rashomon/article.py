"""A news article -> whose telling each of its sentences passes on."""
from __future__ import annotations

import functools
import json as json_format
import typing

from . import _tables
from ._engine import compiled, knowledge, naming_files, paths
from ._inputs import engine_input, files_among
from ._options import suggests

if typing.TYPE_CHECKING:
    import pandas

    from .comparison import Account, Files


@suggests
def split(article: Account, *, encoding: str | None = None, lexicon: Files = None) -> Article:
    """Takes a news article apart, as `rashomon split` does: a str is its text, a pathlib.Path its file."""
    tables = paths(lexicon)
    with naming_files([*files_among([article]), *tables]):
        return Article(compiled.split(engine_input(article, "text"), knowledge(tables), encoding))


class Article:
    """What split() found."""

    def __init__(self, json: str) -> None:
        """`json`: a `rashomon.article/1`, as to_json() and `rashomon split --format json` write it."""
        if '"rashomon.article/1"' not in json[:100]:  # its first key; the rest is parsed when it is asked for
            raise ValueError("this is no rashomon.article/1")
        self._json = json

    def to_json(self) -> str:
        """The bytes of `rashomon split --format json`, as text."""
        return self._json

    def to_dict(self) -> dict[str, typing.Any]:
        """The same as values of Python (docs/article.schema.json)."""
        return json_format.loads(self._json)

    @property
    def accounts(self) -> list[str]:
        """The parties whose accounts it passes on, most sentences first."""
        return self.to_dict()["accounts"]

    @functools.cached_property
    def statements(self) -> pandas.DataFrame:
        """One row a sentence: whose account it belongs to, who speaks, who is cited and how."""
        return _tables.frame(_tables.article_statements(self.to_dict()))

    def __repr__(self) -> str:
        return f"<rashomon.Article of {', '.join(self.accounts) or 'no party'}>"
