"""Texts -> TF-IDF rows over the engine's stems, in the manner of scikit-learn."""
from __future__ import annotations

import inspect
import typing
from collections.abc import Iterable

from ._engine import compiled
from ._inputs import encoded
from ._options import did_you_mean
from .errors import NotFittedError

if typing.TYPE_CHECKING:
    import numpy
    import scipy.sparse


class Vectorizer:
    """TF-IDF over stems, or over runs of characters, as the engine cuts and weighs them.

    analyzer           "stems", or "characters": runs of 3 to 5 within words
    longest            of stems: also runs of up to that many neighbours
    sublinear_tf       1 + ln(tf) for tf
    smooth_idf         as if one more text held every term
    norm               "l2", or None: rows as they are
    background_weight  0 to 1: part of the idf of official English in a term's idf

    Learned by fit(): `idf_`. Of one analyzer and tokens the figures are those of scikit-learn's TfidfVectorizer.
    """

    def __init__(
        self,
        *,
        analyzer: str = "stems",
        longest: int = 1,
        sublinear_tf: bool = True,
        smooth_idf: bool = True,
        norm: str | None = "l2",
        background_weight: float = 0.0,
    ) -> None:
        self.analyzer = analyzer
        self.longest = longest
        self.sublinear_tf = sublinear_tf
        self.smooth_idf = smooth_idf
        self.norm = norm
        self.background_weight = background_weight

    def fit(self, texts: Iterable[str], y: object = None) -> Vectorizer:
        """Learns terms and idf."""
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts: Iterable[str], y: object = None) -> scipy.sparse.csr_matrix:
        """Learns terms and idf; the rows of the same texts."""
        space = self._new_space()
        rows = _csr(space.fit_transform(_encoded(texts)))
        self._space = space
        return rows

    def transform(self, texts: Iterable[str]) -> scipy.sparse.csr_matrix:
        """Rows in the learned space; the matrix lies in the engine's own buffers. Unknown terms are left out."""
        return _csr(self._fitted().transform(_encoded(texts)))

    def get_feature_names_out(self, input_features: object = None) -> numpy.ndarray:
        """The terms of the columns, sorted by bytes."""
        import numpy

        return numpy.array(self._fitted().terms, dtype=object)

    @property
    def idf_(self) -> numpy.ndarray:
        """Inverse document frequency of the columns."""
        return self._fitted().idf

    def get_params(self, deep: bool = True) -> dict[str, typing.Any]:
        return {name: getattr(self, name) for name in self._names()}

    def set_params(self, **params: typing.Any) -> Vectorizer:
        names = self._names()
        for name in params:
            if name not in names:
                cure = did_you_mean(name, names, f"there are {', '.join(names)}")
                raise ValueError(f"Vectorizer has no parameter {name!r}: {cure}")
        for name, value in params.items():
            setattr(self, name, value)
        return self

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "_space")

    def __getstate__(self) -> dict[str, typing.Any]:
        state = self.__dict__.copy()
        if "_space" in state:
            state["_space"] = self._space.terms, self._space.idf
        return state

    def __setstate__(self, state: dict[str, typing.Any]) -> None:
        learned = state.pop("_space", None)
        self.__dict__.update(state)
        if learned:
            self._space = self._new_space()
            self._space.restore(*learned)

    def __repr__(self) -> str:
        defaults = inspect.signature(type(self)).parameters
        given = (f"{k}={v!r}" for k, v in self.get_params().items() if v != defaults[k].default)
        return f"Vectorizer({', '.join(given)})"

    @classmethod
    def _names(cls):
        return list(inspect.signature(cls).parameters)

    def _new_space(self):
        if self.analyzer not in ("stems", "characters"):
            raise ValueError(f"analyzer is {self.analyzer!r}, neither 'stems' nor 'characters'")
        if self.norm not in ("l2", None):
            raise ValueError(f"norm is {self.norm!r}, neither 'l2' nor None")
        return compiled.TermSpace(
            characters=self.analyzer == "characters",
            longest=self.longest,
            sublinear_tf=self.sublinear_tf,
            smooth_idf=self.smooth_idf,
            l2_rows=self.norm == "l2",
            background_weight=self.background_weight,
        )

    def _fitted(self):
        if not hasattr(self, "_space"):
            raise NotFittedError("this Vectorizer has not learned yet; call fit() first")
        return self._space


def _encoded(texts):
    if isinstance(texts, str):
        raise ValueError("a str is one text; give an iterable of texts")
    return [encoded(text, f"text {k}") for k, text in enumerate(texts, 1)]


def _csr(parts):
    import scipy.sparse

    data, indices, starts, shape = parts
    return scipy.sparse.csr_matrix((data, indices, starts), shape=shape, copy=False)
