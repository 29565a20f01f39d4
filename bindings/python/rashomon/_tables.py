"""A comparison (`rashomon.comparison/1`) as tables: each a dict of columns."""

# Whole numbers that a row may lack.
_COUNTS = {"sentence", "first", *(f"{side}_{end}" for side in ("left", "right", "own") for end in ("begin", "end"))}
_QUOTE = ("statement", "begin", "end", "text")


def frame(columns):
    """The columns as a pandas.DataFrame; pandas is loaded here, when the first table is asked for."""
    import pandas

    typed = {name: pandas.array(values, "Int64") if name in _COUNTS else values for name, values in columns.items()}
    return pandas.DataFrame(typed)


def pairs(contract):
    """What stands between every two accounts: the elements of `pairs`, or of two accounts the whole."""
    if "pairs" in contract:
        return contract["pairs"]
    left, right = (account["id"] for account in contract["accounts"])
    return [{**contract, "left": left, "right": right}]


def statements(contract):
    names = ("id account begin end text speaker source mode holders concepts register mass answered salience "
             "points sentence").split()
    answers = [pair["answered"] for pair in contract.get("pairs", [])]
    rows = []
    for one in contract["statements"]:
        told = [answer[one["id"]] for answer in answers if one["id"] in answer]
        answered = sum(told) / len(told) if told else one["answered"]
        rows.append([{**one, "answered": answered}.get(name) for name in names])
    return _columns(names, rows)


def links(contract):
    names = ("left right left_begin left_end right_begin right_end left_text right_text similarity probability share "
             "voice relation score confidence agree reframe oppose dimension type plausible evidence_total "
             "evidence").split()
    by_id = _statements_by_id(contract)
    rows = []
    for link in _all(contract, "links"):
        row = {**link, **link["probabilities"], "plausible": link.get("plausible", [])}
        for side in ("left", "right"):
            statement = by_id[link[side]]
            row |= {f"{side}_{name}": statement[name] for name in ("begin", "end", "text")}
        rows.append([row[name] for name in names])
    return _columns(names, rows)


def omissions(contract):
    names = "statement account unanswered_by begin end text salience answered".split()
    by_id = _statements_by_id(contract)
    rows = []
    for pair in pairs(contract):
        for omission in pair["omissions"]:
            one = by_id[omission["statement"]]
            other = pair["right"] if one["account"] == pair["left"] else pair["left"]
            answered = pair["answered"][one["id"]] if "answered" in pair else one["answered"]
            rows.append([one["id"], one["account"], other, one["begin"], one["end"], one["text"], omission["salience"],
                         answered])
    return _columns(names, rows)


def topics(contract):
    """One row a topic and account."""
    names = "concept account emphasis register first score".split()
    rows = [[topic["concept"], account["id"], *(topic[name][account["id"]] for name in names[2:5]), topic["score"]]
            for topic in contract["topics"] for account in contract["accounts"]]
    return _columns(names, rows)


def facts(contract):
    sides = [f"{side}_{name}" for side in ("left", "right") for name in _QUOTE]
    rows = [[pair["left"], pair["right"], fact["fact"], fact["verdict"], *_quote(fact["left"]), *_quote(fact["right"])]
            for pair in pairs(contract) for fact in pair["findings"]["facts"]]
    return _columns(["left", "right", "fact", "verdict", *sides], rows)


def claims(contract):
    quotes = [name for side in ("told", "own") for name in (side, *(f"{side}_{part}" for part in _QUOTE[1:]))]
    head, tail = ["teller", "of", "verdict", "joint"], ["probability", "share", "score", "told_strength", "own_strength"]
    rows = [[*(claim[name] for name in head), *_quote(claim["told"]), *_quote(claim["own"]),
             *(claim[name] for name in tail)]
            for pair in pairs(contract) for claim in pair["findings"]["claims"]]
    return _columns([*head, *quotes, *tail], rows)


def summary(contract):
    """One row a pair of accounts."""
    sums = "silence narrative position tension".split()
    relations = "agree reframe diverge contradict".split()
    rows = []
    for pair in pairs(contract):
        all_sums = pair["summary"]
        rows.append([pair["left"], pair["right"], all_sums["divergence"], *all_sums["divergence_interval"],
                     *(all_sums[name] for name in sums),
                     *(all_sums["coverage"][pair[side]] for side in ("left", "right")),
                     *(all_sums["relations"][name] for name in relations)])
    names = ["left", "right", "divergence", "divergence_low", "divergence_high", *sums, "coverage_left",
             "coverage_right", *relations]
    return _columns(names, rows)


def article_statements(article):
    """Of a `rashomon.article/1`: one row a sentence."""
    names = "id begin end text accounts speaker source mode".split()
    return _columns(names, [[one[name] for name in names] for one in article["statements"]])


def _columns(names, rows):
    return {name: [row[k] for row in rows] for k, name in enumerate(names)}


def _all(contract, name):
    return [record for pair in pairs(contract) for record in pair[name]]


def _statements_by_id(contract):
    return {statement["id"]: statement for statement in contract["statements"]}


def _quote(quote):
    return [quote[name] if quote else None for name in _QUOTE]
