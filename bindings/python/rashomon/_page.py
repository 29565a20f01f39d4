"""A comparison as a small table for a notebook: everything that comes from outside is escaped."""
from html import escape

from . import _tables

_MARKS = {"agree": "=", "reframe": "~", "diverge": "x", "contradict": "!"}
_MOST_LINKS = 8
_MOST_OMISSIONS = 2  # of each account
_CELL = "text-align:left;vertical-align:top;padding:2px 8px;white-space:normal;max-width:30em"


def comparison(contract):
    """For every two accounts: divergence as its sum, the most opposed links, the weightiest omissions."""
    by_id = {statement["id"]: statement for statement in contract["statements"]}
    least = contract["engine"]["threshold"]  # a comparison may list unlikelier ones
    return "".join(_pair(pair, by_id, least) for pair in _tables.pairs(contract))


def _pair(pair, by_id, least):
    rows = []
    likely = [link for link in pair["links"] if link["probability"] >= least]
    for link in sorted(likely, key=lambda link: link["score"])[:_MOST_LINKS]:
        relation = f"{_MARKS[link['relation']]} {link['relation']} {link['score']:+.2f}"
        rows.append([relation, *(_told(by_id[link[side]]) for side in ("left", "right"))])
    for side, other in (("left", "right"), ("right", "left")):
        told = [by_id[omission["statement"]] for omission in pair["omissions"]]
        for statement in [one for one in told if one["account"] == pair[side]][:_MOST_OMISSIONS]:
            quotes = {side: _told(statement), other: ""}
            rows.append(["- it alone", quotes["left"], quotes["right"]])
    head = _row("th", ["", pair["left"], pair["right"]])
    body = "".join(_row("td", row) for row in rows)
    return (f'<table style="border-collapse:collapse"><caption style="text-align:left">{escape(_sum(pair))}</caption>'
            f"<thead>{head}</thead><tbody>{body}</tbody></table>")


def _sum(pair):
    sums = pair["summary"]
    low, high = sums["divergence_interval"]
    parts = " + ".join(f"{name} {sums[name]:.2f}" for name in ("silence", "narrative", "position"))
    return f"divergence {sums['divergence']:.2f} ({low:.2f} to {high:.2f}) = {parts}"


def _told(statement):
    return f"{statement['id']}  {statement['text']}"


def _row(tag, cells):
    return "<tr>" + "".join(f'<{tag} style="{_CELL}">{escape(cell)}</{tag}>' for cell in cells) + "</tr>"
