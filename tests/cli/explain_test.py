"""rashomon explain: sums that add up, the words of both sides, and what would change a link."""
import json
import math
import unittest

from harness import LEFT, RIGHT, CliCase, run

SIDES = ("--left", "us", "--right", "cn")


def logistic(x):
    return 1 / (1 + math.exp(-x))


class Explain(CliCase):
    def explain(self, left, right, *more):
        result = run("explain", LEFT, RIGHT, *SIDES, "--link", left, right, "--format", "json", *more)
        self.assert_done(result)
        return json.loads(result.out)

    def comparison(self):
        return json.loads(run("compare", LEFT, RIGHT, *SIDES, "--format", "json", "--min-probability", 0).out)

    def some_links(self):
        """Linked pairs, and others."""
        links = self.comparison()["links"]
        return sorted(links, key=lambda l: -l["probability"])[:4] + links[::97][:4]

    def test_contributions_add_up_to_the_probability(self):
        for link in self.some_links():
            e = self.explain(link["left"], link["right"])
            with self.subTest(left=link["left"], right=link["right"]):
                self.assertEqual(e["probability"], link["probability"])
                self.assertAlmostEqual(e["base"] + sum(g["contribution"] for g in e["groups"]), e["log_odds"], places=9)
                self.assertAlmostEqual(logistic(e["log_odds"]), link["probability"], places=9)
                for group in e["groups"]:
                    self.assertAlmostEqual(sum(f["contribution"] for f in group["features"]), group["contribution"], places=9)
                sizes = [abs(g["contribution"]) for g in e["groups"]]
                self.assertEqual(sizes, sorted(sizes, reverse=True))

    def test_evidence_is_that_of_the_comparison_and_adds_up(self):
        for link in self.some_links():
            judged = self.explain(link["left"], link["right"])["judgement"]
            self.assertEqual([r["contribution"] for r in judged["evidence"]], [r["contribution"] for r in link["evidence"]])
            self.assertAlmostEqual(sum(r["contribution"] for r in judged["evidence"]), link["evidence_total"])
            self.assertEqual(judged["relation"], link["relation"])

    def test_the_borders_tell_the_relation(self):
        for link in self.some_links():
            judged = self.explain(link["left"], link["right"])["judgement"]
            total = judged["evidence_total"]
            says = ("agree",) if total >= judged["agree_above"] else \
                ("reframe",) if total >= judged["oppose_below"] else ("diverge", "contradict")
            self.assertIn(link["relation"], says)

    def test_without_the_turning_group_the_pair_stands_beyond_the_threshold(self):
        turned = 0
        document = self.comparison()
        threshold = document["engine"]["threshold"]
        for link in sorted(document["links"], key=lambda l: abs(l["probability"] - threshold))[:6]:
            e = self.explain(link["left"], link["right"])
            if e["changes"]["link"] is None:
                continue
            turned += 1
            group = next(g for g in e["groups"] if g["group"] == e["changes"]["link"])
            without = logistic(e["log_odds"] - group["contribution"]) >= e["engine"]["threshold"]
            self.assertNotEqual(without, e["linked"])
        self.assertGreater(turned, 0)

    def test_standing_is_that_of_the_rows_and_columns(self):
        links = self.comparison()["links"]
        link = max(links, key=lambda l: l["probability"])
        e = self.explain(link["left"], link["right"])
        for side in ("left", "right"):
            mine = [l for l in links if l[side] == link[side]]
            self.assertEqual(e["places"][side]["among"], len(mine))
            self.assertEqual(e["places"][side]["rank"], 1 + sum(l["probability"] > link["probability"] for l in mine))

    def test_a_contradiction_of_fact_rests_on_its_row(self):
        e = self.explain("us:3", "cn:3")
        self.assertEqual(e["judgement"]["relation"], "contradict")
        self.assertEqual(e["changes"]["relation"]["without"]["kind"], "conflict.duration")

    def test_the_order_of_the_two_does_not_matter(self):
        self.assertEqual(self.explain("us:3", "cn:3"), self.explain("cn:3", "us:3"))

    def test_statements_with_the_same_text_need_no_model(self):
        text = "The two ministers met in Vienna. Trade in grain was discussed at length.\n"
        a, b = self.write("a.txt", text), self.write("b.txt", text)
        for pair, decider in ((("us:1", "at:1"), "identical"), (("us:1", "at:2"), "taken")):
            result = run("explain", a, b, "--left", "us", "--right", "at", "--link", *pair, "--format", "json")
            e = json.loads(result.out)
            self.assertEqual(e["decided_by"], decider)
            self.assertEqual((e["groups"], e["log_odds"]), ([], None))
            self.assert_done(run("explain", a, b, "--left", "us", "--right", "at", "--link", *pair))

    def test_text_names_the_sums_and_two_runs_agree(self):
        first = run("explain", LEFT, RIGHT, *SIDES, "--link=us:3", "cn:3")
        self.assert_done(first)
        for words in ("Linked: probability", "the average pair", "formulas", "What would change it", "conflict.duration"):
            self.assertIn(words, first.out)
        path = self.folder / "out.txt"
        self.assert_done(run("explain", "--link", "us:3", "cn:3", LEFT, RIGHT, *SIDES, "--output", path))
        self.assertEqual(path.read_text(encoding="utf-8"), first.out)

    def test_trouble_names_the_place(self):
        self.assert_trouble(run("explain", LEFT, RIGHT), "--link", "missing")
        self.assert_trouble(run("explain", LEFT, RIGHT, "--link", "us:3"), "--link", "2 values")
        self.assert_trouble(run("explain", LEFT, RIGHT, *SIDES, "--link", "us:3", "cn:999"), "cn:999", "cn:1 to cn:")
        self.assert_trouble(run("explain", LEFT, RIGHT, *SIDES, "--link", "us:3", "us:4"), "one account")
        self.assert_trouble(run("explain", LEFT, RIGHT, *SIDES, "--link", "us:3", "cn:3", "--link", "us:1", "cn:1"), "twice")


if __name__ == "__main__":
    unittest.main()
