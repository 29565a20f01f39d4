"""Two or more accounts of one event, or an article that passes them on -> a comparison."""
from __future__ import annotations

import functools
import json as json_format
import os
import typing
import warnings
from collections.abc import Iterable

from . import _page, _tables
from ._engine import compiled, knowledge, naming_files, paths
from ._inputs import engine_input, files_among
from ._options import stamp, suggests
from .errors import InputError

if typing.TYPE_CHECKING:
    import pandas

Account = typing.Union[str, "os.PathLike[str]"]
Files = typing.Union[str, "os.PathLike[str]", Iterable[typing.Union[str, "os.PathLike[str]"]], None]
File = typing.Union[str, "os.PathLike[str]", None]


@suggests
def compare(
    *accounts: Account,
    left: str | None = None,
    right: str | None = None,
    parties: str | Iterable[str] | None = None,
    encoding: str | None = None,
    min_probability: float | None = None,
    lexicon: Files = None,
    model: File = None,
    vectors: File = None,
) -> Comparison:
    """Compares two or more accounts, or the sides of one news article, as `rashomon compare` does.

    accounts         a str is a text itself, a pathlib.Path is a file: .txt, .md, .html, .json, .jsonl
    left, right      whose accounts the two are: "us", "cn"; else told from them
    parties          the same for any number, in order; of one article: which to compare
    encoding         of the files, as ICU names it; else detected
    min_probability  list links from this probability, 0 to 1; else from the model's threshold; 0: every pair
    lexicon          tables that add to the built-in ones or override them: a path or several
    model, vectors   a file in place of the built-in weights, of the built-in word vectors

    Raises InputError (a ValueError) with place, problem, cure and file; warns where the accounts hardly answer each
    other. Other threads run while it works.
    """
    if not accounts:
        raise TypeError("compare() needs an account")
    if min_probability is not None and not 0 <= min_probability <= 1:
        raise ValueError(f"min_probability is {min_probability!r}, not within 0 .. 1")
    ids = _parties(left, right, parties)
    tables = [os.fspath(path) for path in paths(lexicon)]
    inputs = [engine_input(account, f"text {k}") for k, account in enumerate(accounts, 1)]
    options = stamp(left=left, right=right, parties=parties and ",".join(ids), encoding=encoding,
                    min_probability=min_probability, lexicon=tables, model=model, vectors=vectors)
    with naming_files([*files_among(accounts), *tables, model, vectors]):
        known = knowledge(tables, model, vectors)
        json, lines = compiled.compare(inputs, known, ids, encoding, min_probability, options)
    for line in lines:
        warnings.warn(line, stacklevel=3)
    return Comparison(json)


def _parties(left, right, parties):
    if parties is None:
        return [left or "", right or ""] if left or right else []
    if left or right:
        raise InputError("parties", "left and right say the same", "give the one or the other")
    return parties.split(",") if isinstance(parties, str) else list(parties)


class Comparison:
    """What compare() found. Tables are pandas DataFrames, made when they are first asked for.

    `begin` and `end` are offsets into the account's own text: text[begin:end] is the statement.
    """

    def __init__(self, json: str) -> None:
        """`json`: a `rashomon.comparison/1`, as to_json() and `rashomon compare --format json` write it."""
        if '"rashomon.comparison/1"' not in json[:100]:  # its first key; the rest is parsed when it is asked for
            raise ValueError("this is no rashomon.comparison/1")
        self._json = json

    def to_json(self) -> str:
        """The bytes of `rashomon compare --format json`, as text."""
        return self._json

    def to_dict(self) -> dict[str, typing.Any]:
        """The same as values of Python (docs/comparison.schema.json)."""
        return json_format.loads(self._json)

    @property
    def divergence(self) -> float:
        """0 to 1; of three or more accounts the mean of their pairs."""
        return self.to_dict()["summary"]["divergence"]

    @functools.cached_property
    def statements(self) -> pandas.DataFrame:
        """One row a statement of every account."""
        return _tables.frame(_tables.statements(self.to_dict()))

    @functools.cached_property
    def links(self) -> pandas.DataFrame:
        """One row a link, with the two statements, the relation, its score and its evidence."""
        return _tables.frame(_tables.links(self.to_dict()))

    @functools.cached_property
    def omissions(self) -> pandas.DataFrame:
        """One row a statement that no link reaches, the weightiest first."""
        return _tables.frame(_tables.omissions(self.to_dict()))

    @functools.cached_property
    def topics(self) -> pandas.DataFrame:
        """One row a topic and account."""
        return _tables.frame(_tables.topics(self.to_dict()))

    @functools.cached_property
    def facts(self) -> pandas.DataFrame:
        """One row a fact of the event: how the accounts tell it."""
        return _tables.frame(_tables.facts(self.to_dict()))

    @functools.cached_property
    def claims(self) -> pandas.DataFrame:
        """One row a statement in which an account tells of the other party."""
        return _tables.frame(_tables.claims(self.to_dict()))

    @functools.cached_property
    def summary(self) -> pandas.DataFrame:
        """One row a pair of accounts: divergence, its parts and its interval; links by relation."""
        return _tables.frame(_tables.summary(self.to_dict()))

    def _repr_html_(self) -> str:
        return _page.comparison(self.to_dict())

    def __repr__(self) -> str:
        contract = self.to_dict()
        accounts = ", ".join(account["id"] for account in contract["accounts"])
        return f"<rashomon.Comparison {accounts}: divergence {contract['summary']['divergence']:.2f}>"

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, Comparison) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)
