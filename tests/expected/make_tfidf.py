#!/usr/bin/env python3
"""Writes tfidf.json: what scikit-learn's TfidfVectorizer makes of a few statements, for vectorizer_test.cpp.

Needs scikit-learn (scripts/setup --train): /usr/bin/python3 tests/expected/make_tfidf.py
The statements are our own. Figures stand at full precision (shortest round trip).
"""

import json
import pathlib
import re

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer

STATEMENTS = [
    "The two leaders held a candid and constructive call on trade, tariffs and trade rules.",
    "Tariffs are wrong, wrong and wrong again: the tariffs must go!",
    "Beijing said the call was candid; Washington said the call was in-depth.",
    "A red line is a red line.",
    "On 2 April 2024 they spoke for 105 minutes about São Paulo, Zürich and a naïve plan.",
    "I",
    "Both sides agreed to talk again. Both sides agreed to talk again.",
]

# Name; what the terms are; options in our names; the same for TfidfVectorizer.
PLAIN = {"sublinear_tf": False, "smooth_idf": True, "l2_rows": True}
CASES = [
    ("default", "words", PLAIN, {}),
    ("sublinear tf", "words", {**PLAIN, "sublinear_tf": True}, {"sublinear_tf": True}),
    ("idf as counted", "words", {**PLAIN, "smooth_idf": False}, {"smooth_idf": False}),
    ("rows of any length", "words", {**PLAIN, "l2_rows": False}, {"norm": None}),
    (
        "all options turned round",
        "words",
        {"sublinear_tf": True, "smooth_idf": False, "l2_rows": False},
        {"sublinear_tf": True, "smooth_idf": False, "norm": None},
    ),
    ("runs of two words", "runs", PLAIN, {"ngram_range": (1, 2)}),
    ("runs of two words, sublinear tf", "runs", {**PLAIN, "sublinear_tf": True}, {"ngram_range": (1, 2), "sublinear_tf": True}),
    ("characters", "characters", PLAIN, {"analyzer": "char_wb", "ngram_range": (3, 5)}),
    (
        "characters, sublinear tf",
        "characters",
        {**PLAIN, "sublinear_tf": True},
        {"analyzer": "char_wb", "ngram_range": (3, 5), "sublinear_tf": True},
    ),
]


def words(statement):
    """The statement without marks: marks are no terms of ours, but char_wb would take them into its runs."""
    return " ".join(re.findall(r"\w+", statement))


def case(name, terms, ours, theirs):
    statements = [words(s) for s in STATEMENTS] if terms == "characters" else STATEMENTS
    vectorizer = TfidfVectorizer(**theirs)
    rows = vectorizer.fit_transform(statements)
    rows.sort_indices()
    return {
        "name": name,
        "terms": terms,
        "options": ours,
        "vocabulary": vectorizer.get_feature_names_out().tolist(),
        "idf": vectorizer.idf_.tolist(),
        "rows": [[[int(column), float(value)] for column, value in zip(row.indices, row.data)] for row in rows],
    }


def main():
    expected = {
        "made_by": f"scikit-learn {sklearn.__version__}",
        "statements": STATEMENTS,
        "cases": [case(*row) for row in CASES],
    }
    path = pathlib.Path(__file__).with_name("tfidf.json")
    path.write_text(json.dumps(expected, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
