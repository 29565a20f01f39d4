"""rashomon evaluate: the figures of hand-sized events by hand, of the written ones by a second reckoning."""
import csv
import io
import json
import unittest
from pathlib import Path

from harness import ROOT, CliCase, run

EVENTS = ROOT / "corpora/events"
CLASS = {"agree": "agree", "reframe": "reframe", "diverge": "oppose", "contradict": "oppose"}
# Sentences with the same text are linked for certain, and to each other alone: all figures follow by hand.
SENTENCES = ["The ministers met in Vienna on Monday.", "Trade in grain was discussed at length.",
             "Both sides deplored the shelling of the harbour."]


def table(rows):
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def rows_of(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line]


def spans_of(path):
    return [(int(row[1]), int(row[2])) for row in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()) if len(row) > 2]


class Evaluate(CliCase):
    def make_event(self, name, links, kind="readouts", holders=None):
        event = self.folder / "gold" / name
        event.mkdir(parents=True)
        (event / "meta.json").write_text(json.dumps({"kind": kind, "parties": ["us", "at"]}))
        text, spans = "", []
        for sentence in SENTENCES:
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence + "\n"
        for side in ("left", "right"):
            (event / f"{side}.txt").write_text(text)
            (event / f"{side}.sentences.tsv").write_text(
                table((k + 1, *span, SENTENCES[k]) for k, span in enumerate(spans)))
        (event / "links.tsv").write_text(table([("left", "right", "strength", "relation", "score", "note"), *links]))
        if holders:
            (event / "holders.tsv").write_text(table([("side", "index", "holders"), *holders]))
        return str(self.folder / "gold")

    def groups(self, *arguments):
        result = run("evaluate", *arguments, "--format", "json")
        self.assert_done(result)
        return {group["kind"]: group for group in json.loads(result.out)["groups"]}

    def figures(self, *arguments, kind="readouts"):
        return {name: row["value"] for name, row in self.groups(*arguments)[kind]["figures"].items()}

    def test_links_are_counted_by_hand(self):
        gold = self.make_event("a", [(1, 1, "full", "agree", 0.9, ""), (2, 2, "part", "diverge", -0.5, ""),
                                     (1, 3, "full", "reframe", 0.2, "")])
        f = self.figures(gold)
        self.assertAlmostEqual(f["link_precision"], 2 / 3)
        self.assertAlmostEqual(f["link_recall"], 2 / 3)
        self.assertAlmostEqual(f["link_f1"], 2 / 3)
        self.assertAlmostEqual(f["full_recall"], 1 / 2)
        self.assertAlmostEqual(f["labelled_f1"], 1 / 3)

    def test_a_disputed_pair_counts_neither_for_nor_against(self):
        gold = self.make_event("a", [(1, 1, "full", "agree", 0.9, ""), (2, 2, "disputed", "agree", 0.9, ""),
                                     (3, 3, "full", "agree", 0.9, "")])
        f = self.figures(gold)
        self.assertEqual((f["link_precision"], f["link_recall"], f["average_precision"]), (1, 1, 1))
        self.assertEqual(f["relation_accuracy"], 1)

    def test_a_perfect_reading_has_no_error_of_its_totals(self):
        gold = self.make_event("a", [(k, k, "full", "agree", 1, "") for k in (1, 2, 3)],
                               holders=[(side, k, "none") for side in ("left", "right") for k in (1, 2)])
        f = self.figures(gold)
        for total in ("silence", "narrative", "position", "divergence"):
            self.assertAlmostEqual(f[total + "_error"], 0)

    def test_what_is_not_annotated_is_null(self):
        f = self.figures(self.make_event("a", [(1, 1, "full", "agree", 0.9, "")]))
        for name in ("holder_accuracy", "voice_accuracy", "dimension_accuracy", "narrative_error", "position_error"):
            self.assertIsNone(f[name])

    def test_kinds_are_measured_apart_and_together(self):
        self.make_event("a", [(1, 1, "full", "agree", 0.9, "")])
        gold = self.make_event("b", [(1, 1, "full", "diverge", -0.9, "")], kind="statements")
        groups = self.groups(gold)
        self.assertEqual(list(groups), ["readouts", "statements", "all"])
        self.assertEqual([g["events"] for g in groups.values()], [1, 1, 2])
        self.assertEqual([g["figures"]["relation_accuracy"]["value"] for g in groups.values()], [1, 0, 0.5])
        self.assertEqual(list(self.groups(gold, "--kind", "statements")), ["statements"])

    def test_the_written_events_agree_with_a_second_reckoning(self):
        hits = said = gold = confused = judged = 0
        for event in sorted(EVENTS.iterdir()):
            if not (event / "links.tsv").exists():
                continue
            parties = [p.lower() for p in json.loads((event / "meta.json").read_text(encoding="utf-8"))["parties"]]
            result = run("compare", event / "left.txt", event / "right.txt", "--left", parties[0], "--right", parties[1],
                         "--format", "json", "--min-probability", 0)
            document = json.loads(result.out)
            covers = {}
            for s in document["statements"]:
                side = "left" if s["account"] == document["accounts"][0]["id"] else "right"
                covers[s["id"]] = [k + 1 for k, (b, e) in enumerate(spans_of(event / f"{side}.sentences.tsv"))
                                   if 2 * (min(e, s["end"]) - max(b, s["begin"])) >= min(e - b, s["end"] - s["begin"])]
            best = {}
            for link in document["links"]:
                for pair in ((i, j) for i in covers[link["left"]] for j in covers[link["right"]]):
                    if pair not in best or link["probability"] > best[pair]["probability"]:
                        best[pair] = link
            truth = {(int(r[0]), int(r[1])): r for r in rows_of(event / "links.tsv")}
            links = {pair: r for pair, r in truth.items() if r[2] != "disputed"}
            listed = {p for p, l in best.items() if l["probability"] >= document["engine"]["threshold"]} - (truth.keys() - links.keys())
            said, gold, hits = said + len(listed), gold + len(links), hits + len(listed & links.keys())
            judged += len(best.keys() & links.keys())
            confused += sum(CLASS[best[p]["relation"]] != CLASS[links[p][3]] for p in best.keys() & links.keys())
        groups = self.groups(EVENTS)
        f = groups["all" if "all" in groups else "readouts"]["figures"]
        self.assertAlmostEqual(f["link_precision"]["value"], hits / said)
        self.assertAlmostEqual(f["link_recall"]["value"], hits / gold)
        self.assertAlmostEqual(f["relation_accuracy"]["value"], 1 - confused / judged)

    def test_intervals_hold_their_figure_and_bins_are_of_equal_count(self):
        for group in self.groups(EVENTS).values():
            for name, row in group["figures"].items():
                if row["interval"]:
                    self.assertLessEqual(row["interval"][0], row["interval"][1], name)
            counts = [bin_["count"] for bin_ in group["link_calibration"]]
            self.assertEqual(len(counts), 10)
            self.assertLessEqual(max(counts) - min(counts), 1)

    def test_two_runs_give_the_same_bytes_in_every_format(self):
        for kind in ("text", "json", "csv"):
            first = run("evaluate", EVENTS, "--format", kind)
            self.assert_done(first)
            path = self.folder / ("out." + kind)
            self.assert_done(run("evaluate", EVENTS, "--format", kind, "--output", path))
            self.assertEqual(path.read_bytes().decode(), first.out)

    def test_the_table_holds_every_figure(self):
        result = run("evaluate", EVENTS, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(result.out)))
        groups = self.groups(EVENTS)
        self.assertEqual(len(rows), sum(len(g["figures"]) for g in groups.values()))

    def test_trouble_names_the_place(self):
        self.assert_trouble(run("evaluate"), "names no input")
        self.assert_trouble(run("evaluate", self.folder / "none"), "no such folder")
        gold = self.make_event("a", [(1, 1, "full", "agree", 0.9, "")])
        self.assert_trouble(run("evaluate", gold, gold), "given twice")
        self.assert_trouble(run("evaluate", gold, "--kind", "speeches"), "speeches")
        path = Path(gold) / "a" / "right.sentences.tsv"
        path.write_text("1\t0\t9999\ttoo long\n")
        self.assert_trouble(run("evaluate", gold), "right.sentences.tsv", "outside its text")


if __name__ == "__main__":
    unittest.main()
