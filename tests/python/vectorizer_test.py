"""rashomon.Vectorizer: scikit-learn's manner, and no copies."""
import gc
import pickle

import numpy
import pytest
import rashomon
import scipy.sparse

TEXTS = ["Trade and trade talks.", "Talks on Taiwan\u2019s status.", "\u53f0\u6e7e\u95ee\u9898", "Nothing \U0001f54a."]


def test_the_figures_are_those_of_the_formula():
    """tf-idf by hand: two texts, stems trade (2 + 0) and talk (1 + 1)."""
    rows = rashomon.Vectorizer(sublinear_tf=True).fit_transform(["trade talks trade", "talks"]).toarray()
    idf = {"talk": numpy.log(3 / 3) + 1, "trade": numpy.log(3 / 2) + 1}
    first = numpy.array([idf["talk"], (1 + numpy.log(2)) * idf["trade"]])
    assert rows[0] == pytest.approx(first / numpy.linalg.norm(first))
    assert rows[1] == pytest.approx([1, 0])


@pytest.mark.parametrize("params", [{}, {"longest": 2}, {"analyzer": "characters"}, {"norm": None, "smooth_idf": False},
                                    {"background_weight": 0.5}])
def test_fit_transform_is_fit_and_transform(params):
    vectorizer = rashomon.Vectorizer(**params)
    rows = vectorizer.fit_transform(TEXTS)
    again = rashomon.Vectorizer(**params).fit(TEXTS).transform(TEXTS)
    assert isinstance(rows, scipy.sparse.csr_matrix) and rows.dtype == numpy.float64
    assert rows.shape == (len(TEXTS), len(vectorizer.get_feature_names_out())) and (rows != again).nnz == 0
    assert rows.has_sorted_indices and len(vectorizer.idf_) == rows.shape[1]
    copy = pickle.loads(pickle.dumps(vectorizer))
    assert (copy.transform(TEXTS) != rows).nnz == 0 and copy.get_params() == vectorizer.get_params()
    assert list(copy.get_feature_names_out()) == list(vectorizer.get_feature_names_out())


def test_unknown_terms_are_left_out_and_change_nothing():
    vectorizer = rashomon.Vectorizer().fit(TEXTS)
    assert vectorizer.transform(["entirely unseen words"]).nnz == 0
    assert vectorizer.transform([]).shape == (0, len(vectorizer.idf_))
    assert (vectorizer.transform(TEXTS) != rashomon.Vectorizer().fit_transform(TEXTS)).nnz == 0


def test_the_arrays_lie_in_the_engines_own_buffers():
    from rashomon import vectorizer as module

    parts = []
    build = module._csr

    def spy(given):
        parts.append(given)
        return build(given)

    module._csr = spy
    try:
        rows = rashomon.Vectorizer().fit_transform(TEXTS)
    finally:
        module._csr = build
    data, indices, starts, _ = parts[0]
    for mine, engines in ((rows.data, data), (rows.indices, indices), (rows.indptr, starts)):
        assert mine.__array_interface__["data"][0] == engines.__array_interface__["data"][0]
        assert type(engines.base).__name__ == "PyCapsule" and not engines.flags.owndata
    # one capsule owns all three, and lives as long as the last of them
    assert data.base is indices.base is starts.base
    expected = rows.indices.copy()
    indices = rows.indices
    del rows, data, starts, parts, mine, engines
    gc.collect()
    rashomon.Vectorizer().fit_transform(TEXTS * 50)
    assert (indices == expected).all()


def test_bad_use_is_told_in_words():
    with pytest.raises(rashomon.NotFittedError, match="fit"):
        rashomon.Vectorizer().transform(TEXTS)
    for params, part in (({"analyzer": "words"}, "analyzer"), ({"norm": "l1"}, "norm"), ({"longest": 0}, "longest"),
                         ({"background_weight": 2.0}, "background_weight")):
        with pytest.raises(ValueError, match=part):
            rashomon.Vectorizer(**params).fit(TEXTS)
    with pytest.raises(ValueError, match='did you mean "longest"'):
        rashomon.Vectorizer().set_params(longst=2)
    with pytest.raises(ValueError, match="one text"):
        rashomon.Vectorizer().fit("one text")
    with pytest.raises(TypeError, match="text 2"):
        rashomon.Vectorizer().fit(["a", None])
    with pytest.raises(rashomon.InputError, match="surrogate"):
        rashomon.Vectorizer().fit(["\udc00"])


def test_clone_and_pipeline():
    base = pytest.importorskip("sklearn.base")
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline

    vectorizer = rashomon.Vectorizer(longest=2).fit(TEXTS)
    copy = base.clone(vectorizer)
    assert copy.get_params() == vectorizer.get_params() and not hasattr(copy, "_space")
    assert copy.set_params(longest=1) is copy and repr(copy) == "Vectorizer()" and repr(vectorizer) == "Vectorizer(longest=2)"
    texts = ["trade talks went well", "a stern warning"] * 6
    search = GridSearchCV(make_pipeline(rashomon.Vectorizer(), LogisticRegression()),
                          {"vectorizer__analyzer": ["stems", "characters"]}, cv=2)
    assert list(search.fit(texts, [1, 0] * 6).predict(["talks on trade", "a warning"])) == [1, 0]


def test_the_figures_are_those_of_scikit_learn():
    text = pytest.importorskip("sklearn.feature_extraction.text")
    words = ["alpha beta beta gamma", "beta delta", "gamma gamma gamma alpha"]
    ours = rashomon.Vectorizer().fit_transform(words).toarray()
    theirs = text.TfidfVectorizer(sublinear_tf=True).fit_transform(words).toarray()
    assert ours == pytest.approx(theirs, abs=1e-12)
