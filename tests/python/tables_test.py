"""A comparison as DataFrames and as a table for notebooks."""
import html.parser
import subprocess
import sys

import pandas
import pytest
import rashomon
from conftest import LEFT, RIGHT, printed

TABLES = ["statements", "links", "omissions", "topics", "facts", "claims"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_what_the_csv_bundle_holds(comparison, name, tmp_path):
    printed("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", "--format", "csv", "--output", tmp_path / "csv")
    written = pandas.read_csv(tmp_path / f"csv/{name}.csv", keep_default_na=False, dtype=str)
    table = getattr(comparison, name)
    assert isinstance(table, pandas.DataFrame) and len(table) == len(written) > 0
    for column in set(table.columns) & set(written.columns):
        for value, cell in zip(table[column], written[column]):
            if isinstance(value, float) and not pandas.isna(value):
                assert float(cell) == value
            elif isinstance(value, str):
                assert cell.lstrip("'") == value.lstrip("'")


def test_tables_keep_their_columns_without_rows(comparison):
    with pytest.warns(UserWarning, match="no link"):
        nothing = rashomon.compare("One call was held.", "The weather was fine.", parties="us,cn")
    for name in [*TABLES, "summary"]:
        assert list(getattr(nothing, name).columns) == list(getattr(comparison, name).columns)


def test_offsets_of_tables_are_whole_numbers(comparison):
    for name in TABLES:
        table = getattr(comparison, name)
        for column in table.columns:
            if column.endswith(("begin", "end")) or column == "first":
                assert str(table[column].dtype).lower() == "int64"
    text = RIGHT.read_text(encoding="utf-8")
    for fact in comparison.facts[comparison.facts.right_begin.notna()].itertuples():
        assert text[fact.right_begin:fact.right_end] == fact.right_text


def test_the_summary_is_a_sum(comparison):
    row = comparison.summary.iloc[0]
    assert row.divergence == pytest.approx(row.silence + row.narrative + row.position)
    assert row.divergence == comparison.divergence
    assert row.divergence_low <= row.divergence <= row.divergence_high
    assert f"{row.divergence:.2f}" in repr(comparison)


def test_three_accounts_have_the_tables_of_every_pair():
    with pytest.warns(UserWarning, match="same text"):
        three = rashomon.compare(LEFT, RIGHT, LEFT, parties=["us", "cn", "ru"])
    assert list(zip(three.summary.left, three.summary.right)) == [("us", "cn"), ("us", "ru"), ("cn", "ru")]
    assert set(three.omissions.unanswered_by) <= {"us", "cn", "ru"}
    assert three.statements.answered.between(0, 1).all()
    assert three._repr_html_().count("<table") == 3


def test_pandas_is_loaded_when_a_table_is_asked_for():
    code = ("import sys, rashomon; c = rashomon.compare('One call was held.', 'They spoke.', parties='us,cn');"
            "c._repr_html_(); assert 'pandas' not in sys.modules and 'numpy' not in sys.modules; c.links;"
            "assert 'pandas' in sys.modules")
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.open = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_hostile_text_shows_and_does_not_act(comparison):
    hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> & the call was held."
    shown = rashomon.compare(hostile, hostile + " It was held.", parties="us,cn")._repr_html_()
    assert "&lt;script&gt;" in shown
    for page in (shown, comparison._repr_html_()):
        tags = Tags()
        tags.feed(page)
        assert tags.tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td"} and tags.attributes == {"style"}
        assert not tags.open
        assert len(page) < 30_000
