"""rashomon.compare and rashomon.split: the program's own bytes, by the same options."""
import json
import pathlib
import pickle
import shutil
import threading
import time

import pytest
import rashomon
from conftest import ARTICLE, LEFT, RIGHT, ROOT, printed


def test_compare_gives_the_bytes_of_the_program(comparison):
    out, _ = printed("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", "--format", "json")
    assert comparison.to_json().encode() == out


@pytest.mark.parametrize("options, typed", [
    ({}, []),
    ({"min_probability": 0}, ["--min-probability", "0"]),
    ({"min_probability": 0.25, "left": "us"}, ["--min-probability", "0.25", "--left", "us"]),
    ({"parties": ["us", "cn"], "encoding": "UTF-8"}, ["--parties", "us,cn", "--encoding", "UTF-8"]),
    ({"parties": "us,cn"}, ["--parties", "us,cn"]),
    ({"model": ROOT / "corpora/models/default.json"}, ["--model", ROOT / "corpora/models/default.json"]),
    ({"vectors": ROOT / "corpora/background/vectors.bin"}, ["--vectors", ROOT / "corpora/background/vectors.bin"]),
])
def test_every_option_means_what_it_means_on_the_command_line(options, typed):
    out, _ = printed("compare", LEFT, RIGHT, "--format", "json", *typed)
    assert rashomon.compare(LEFT, RIGHT, **options).to_json().encode() == out


def test_lexicons_are_read_again_where_they_change(tmp_path):
    tables = [tmp_path / "a.tsv", tmp_path / "b.tsv"]
    for path in tables:
        shutil.copy(ROOT / "corpora/lexicons/register.tsv", path)
    typed = [word for path in tables for word in ("--lexicon", path)]
    out, _ = printed("compare", LEFT, RIGHT, *typed, "--format", "json")
    assert rashomon.compare(LEFT, RIGHT, lexicon=tables).to_json().encode() == out
    tables[1].write_text("a\tb\n1\t2\t3\n")
    with pytest.raises(rashomon.InputError) as caught:
        rashomon.compare(LEFT, RIGHT, lexicon=tables)
    assert caught.value.file == str(tables[1])


def test_three_accounts_and_the_sides_of_one_article():
    out, _ = printed("compare", LEFT, RIGHT, LEFT, "--parties", "us,cn,ru", "--format", "json")
    with pytest.warns(UserWarning, match="same text"):
        three = rashomon.compare(LEFT, RIGHT, LEFT, parties=["us", "cn", "ru"])
    assert three.to_json().encode() == out
    out, _ = printed("compare", ARTICLE, "--format", "json")
    assert rashomon.compare(ARTICLE).to_json().encode() == out


def test_a_warning_of_the_program_is_a_warning_at_the_caller():
    _, lines = printed("compare", LEFT, LEFT)
    with pytest.warns(UserWarning) as caught:
        rashomon.compare(LEFT, LEFT)
    assert [f"rashomon: warning: {one.message}" for one in caught] == lines
    assert caught[0].filename == __file__


def test_split_gives_the_bytes_of_the_program():
    out, _ = printed("split", ARTICLE, "--format", "json")
    article = rashomon.split(ARTICLE)
    assert article.to_json().encode() == out
    assert sorted(article.accounts) == ["cn", "us"]
    text = ARTICLE.read_text(encoding="utf-8")
    for one in article.statements.itertuples():
        assert text[one.begin:one.end] == one.text


def test_a_text_is_compared_as_its_file_is():
    texts = rashomon.compare(LEFT.read_text(encoding="utf-8"), RIGHT.read_text(encoding="utf-8"), left="us", right="cn")
    files = rashomon.compare(LEFT, RIGHT, left="us", right="cn")
    assert texts.links.equals(files.links)


@pytest.mark.parametrize("before", ["", "\ufeff", "\U0001f54a\U0001f54a ", "{\"text\": 1} ", "<p>\r\n", "e\u0301 \u202e "])
def test_offsets_index_the_python_string(before):
    """Astral characters, a byte-order mark, what looks like JSON or HTML: a str is a text, counted as Python counts."""
    left = before + "The two leaders spoke \U0001f4de for an hour. \U00010348 They discussed trade \u2014 and Taiwan."
    right = before + "\u4e24\u56fd\u5143\u9996\u901a\u7535\u8bdd\u3002 The call lasted an hour.\r\nTrade was discussed."
    comparison = rashomon.compare(left, right, left="us", right="cn")
    texts = {"us": left, "cn": right}
    assert len(comparison.statements) >= 4
    for one in comparison.statements.itertuples():
        assert texts[one.account][one.begin:one.end] == one.text
    assert comparison.statements.end.max() <= max(map(len, texts.values()))


def test_errors_say_place_problem_cure_and_file(tmp_path):
    missing = tmp_path / "missing \udcff.txt"  # no UTF-8 in its name
    with pytest.raises(rashomon.InputError, match="no such file") as caught:
        rashomon.compare(missing, LEFT)
    assert (caught.value.place, caught.value.file) == (str(missing), str(missing))
    assert caught.value.cure and caught.value.problem
    assert isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "One."}\n{"text": 2}\n')
    with pytest.raises(rashomon.InputError) as caught:
        rashomon.compare(lines)
    assert caught.value.place.startswith(f"{lines}:2") and caught.value.file == str(lines)


@pytest.mark.parametrize("accounts, options, kind, part", [
    ((LEFT, RIGHT), {"lefft": "us"}, TypeError, 'did you mean "left"'),
    ((LEFT, RIGHT), {"nonsense": 1}, TypeError, "min_probability"),
    ((), {}, TypeError, "account"),
    ((LEFT, 7), {}, TypeError, "int"),
    ((LEFT, b"bytes"), {}, TypeError, "bytes"),
    (("us.txt", RIGHT), {}, ValueError, "pathlib.Path('us.txt')"),
    (("One \ud83d text.", RIGHT), {}, ValueError, "character 4"),
    (("One \x00 text.", RIGHT), {}, ValueError, "text 1"),
    (("  \n", RIGHT), {}, ValueError, "text 1"),
    ((LEFT, RIGHT), {"min_probability": 2}, ValueError, "0 .. 1"),
    ((LEFT, RIGHT), {"min_probability": float("nan")}, ValueError, "0 .. 1"),
    ((LEFT, RIGHT), {"left": "uk"}, ValueError, "gb"),
    ((LEFT, RIGHT), {"left": "U S"}, ValueError, "party"),
    ((LEFT, RIGHT), {"left": "us", "parties": ["us", "cn"]}, ValueError, "the one or the other"),
    ((LEFT, RIGHT, LEFT), {"left": "us"}, ValueError, "in order"),
    ((LEFT, RIGHT), {"parties": "us"}, ValueError, "in order"),
    ((ARTICLE,), {"left": "us"}, ValueError, "two parties"),
    ((LEFT, RIGHT), {"encoding": "UTF-99"}, ValueError, "UTF-99"),
    ((LEFT, RIGHT), {"model": "missing.json"}, ValueError, "missing.json"),
    ((pathlib.Path("-"), RIGHT), {}, ValueError, "no such file"),
])
def test_trouble_is_told_in_words(accounts, options, kind, part):
    with pytest.raises(kind) as caught:
        rashomon.compare(*accounts, **options)
    assert part in str(caught.value)


def test_other_threads_run_while_the_engine_works():
    text = "\n".join(f"The two sides discussed matter {k} of trade and the strait at length." for k in range(150))
    done = threading.Event()

    def work():
        try:
            rashomon.compare(text, text + "\nThey agreed.", left="us", right="cn")
        finally:
            done.set()

    worker = threading.Thread(target=work)
    worker.start()
    ticks = 0
    while not done.is_set():
        ticks += 1
        time.sleep(0.001)
    worker.join()
    assert ticks > 5


def test_many_threads_share_what_the_engine_knows():
    expected = rashomon.compare(LEFT, RIGHT)
    results = []
    threads = [threading.Thread(target=lambda: results.append(rashomon.compare(LEFT, RIGHT))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 8


def test_a_result_travels_between_processes(comparison):
    assert pickle.loads(pickle.dumps(comparison)) == comparison
    assert rashomon.Comparison(comparison.to_json()) == comparison
    for wrong in ("{}", rashomon.split(ARTICLE).to_json()):
        with pytest.raises(ValueError):
            rashomon.Comparison(wrong)
    assert json.loads(comparison.to_json()) == comparison.to_dict()
