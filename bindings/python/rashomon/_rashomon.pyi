"""The compiled part. Texts and paths are bytes: UTF-8, and as the file system has them."""
import numpy

Input = tuple[bytes, bytes | None]  # a name with a text, or a path without one
Csr = tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray, tuple[int, int]]  # data, indices, indptr, shape

def version() -> str: ...

class Knowledge:
    def __init__(self, lexicons: list[bytes], model: bytes | None, vectors: bytes | None) -> None: ...

def compare(
    inputs: list[Input],
    knowledge: Knowledge,
    parties: list[str],
    encoding: str | None,
    min_probability: float | None,
    stamp: list[tuple[bytes, bytes]],
) -> tuple[str, list[str]]: ...
def split(input: Input, knowledge: Knowledge, encoding: str | None) -> str: ...

class TermSpace:
    def __init__(
        self,
        characters: bool,
        longest: int,
        sublinear_tf: bool,
        smooth_idf: bool,
        l2_rows: bool,
        background_weight: float,
    ) -> None: ...
    def restore(self, terms: list[str], idf: numpy.ndarray) -> None: ...
    def fit_transform(self, texts: list[bytes]) -> Csr: ...
    def transform(self, texts: list[bytes]) -> Csr: ...
    @property
    def terms(self) -> list[str]: ...
    @property
    def idf(self) -> numpy.ndarray: ...
