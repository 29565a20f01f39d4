"""Every total is recomputed from the JSON by the formulas that the reports print, link by link."""
import json
import unittest

from harness import ROOT, CliCase, run


def answered(links):
    """1 - P0 - P1 / 2 over the (full, part) probabilities of one statement's links."""
    none, one_part = 1.0, 0.0
    for full, part in links:
        one_part = one_part * (1 - full - part) + none * part
        none *= 1 - full - part
    return 1 - none - one_part / 2


def recomputed(report):
    """The summary of two accounts, from masses, probabilities, shares, scores and voices alone."""
    ids = [account["id"] for account in report["accounts"]]
    mass = {one["id"]: one["mass"] for one in report["statements"]}
    links = {(one["left"], one["right"]): one for one in report["links"]}
    kinds = ("agree", "reframe", "oppose")
    profile = {account: dict.fromkeys(kinds, 0.0) for account in ids}
    ground = dict.fromkeys(links, 0.0)
    for side, account in enumerate(ids):
        for statement in (one["id"] for one in report["statements"] if one["account"] == account):
            own = {key: link for key, link in links.items() if key[side] == statement}
            full_and_part = [(2 * one["share"] - one["probability"], 2 * (one["probability"] - one["share"]))
                             for one in own.values()]
            share = sum(one["share"] for one in own.values())
            for key, link in own.items():
                part = mass[statement] * answered(full_and_part) * link["share"] / share if share else 0.0
                ground[key] += part / 2
                for kind in kinds:
                    profile[account][kind] += part * link["probabilities"][kind]
    clash = {"same": 0.0, "cross": 0.0}
    for key, link in links.items():
        clash[link["voice"]] += ground[key] * (1 - link["score"]) / 2
    silence = 1 - sum(ground.values())
    return {"silence": silence, "narrative": clash["same"], "position": clash["cross"],
            "divergence": silence + clash["same"] + clash["cross"],
            "tension": (clash["same"] + clash["cross"]) / (1 - silence), "profile": profile}


class Totals(CliCase):
    def test_every_total_follows_from_the_links(self):
        for event in sorted((ROOT / "corpora/events").glob("*/meta.json")):
            with self.subTest(event=event.parent.name):
                left, right = json.loads(event.read_text(encoding="utf-8"))["parties"]
                result = run("compare", event.parent / "left.txt", event.parent / "right.txt", "--left", left,
                             "--right", right, "--format", "json", "--min-probability", "0")
                self.assert_done(result)
                report = json.loads(result.out)
                self.assertEqual(len(report["links"]), self.pairs(report))
                summary, expected = report["summary"], recomputed(report)
                for name in ("silence", "narrative", "position", "divergence", "tension"):
                    self.assertAlmostEqual(summary[name], expected[name], 9, name)
                for account, kinds in expected["profile"].items():
                    for kind, value in kinds.items():
                        self.assertAlmostEqual(summary["profile"][account][kind], value, 9, kind)
                    self.assertAlmostEqual(sum(summary["profile"][account].values()), 1, 9)

    @staticmethod
    def pairs(report):
        sizes = [sum(one["account"] == account["id"] for one in report["statements"]) for account in report["accounts"]]
        return sizes[0] * sizes[1]


if __name__ == "__main__":
    unittest.main()
