"""`rashomon pairs`: a line for a line, in order, and what it refuses. `rashomon matrix --pairs`: what is learned from."""
import json
import struct
import unittest

from harness import CliCase, run

TEXTS = [
    ("The two sides agreed to reopen the grain corridor.", "Both agreed that the grain corridor will open again."),
    ("The minister opposed the new tariffs.", "The president defended the tariffs on steel."),
    ("They will meet again in May.", "A further meeting will take place in May."),
]
EVERY = [{"id": f"{i}{j}", "left": TEXTS[i][0], "right": TEXTS[j][1]} for i in range(3) for j in range(3)]


def lines(objects):
    return "".join(json.dumps(o) + "\n" for o in objects)


class Pairs(CliCase):
    def pairs(self, objects, *more):
        result = run("pairs", "-", *more, stdin=lines(objects).encode())
        self.assert_done(result)
        return [json.loads(line) for line in result.out.splitlines()]

    def test_a_line_for_every_line_in_the_same_order(self):
        out = self.pairs(EVERY[::-1])
        self.assertEqual([o["id"] for o in out], [o["id"] for o in EVERY[::-1]])
        for o in out:
            self.assertEqual(list(o), ["id", "similarity", "probability", "relation", "score", "confidence"])
            self.assertIn(o["relation"], ("agree", "reframe", "diverge", "contradict"))
            for key, low in (("similarity", 0), ("probability", 0), ("confidence", 0), ("score", -1)):
                self.assertTrue(low <= o[key] <= 1, o)
        chance = {o["id"]: o["probability"] for o in out}
        for i in range(3):
            self.assertEqual(max("012", key=lambda j: chance[f"{i}{j}"]), str(i))

    def test_groups_do_not_touch_each_other_and_may_be_interleaved(self):
        a = [{**o, "group": "a"} for o in EVERY]
        b = [{**o, "group": 2, "left": o["left"] + " So it was said."} for o in EVERY]
        mixed = [o for two in zip(a, b) for o in two]
        self.assertEqual(self.pairs(mixed)[::2], self.pairs(EVERY))
        self.assertEqual(self.pairs(mixed)[1::2], self.pairs(b))

    def test_a_file_and_standard_input_say_the_same_as_do_blank_lines_and_labels(self):
        path = self.write("pairs.jsonl", "\n" + lines({**o, "link": True, "score": 0.5} for o in EVERY).strip())
        target = self.folder / "out.jsonl"
        result = run("pairs", path, "--output", target)
        self.assert_done(result)
        self.assertEqual([json.loads(line) for line in target.read_text().splitlines()], self.pairs(EVERY))

    def test_the_same_text_agrees_wholly(self):
        (line,) = self.pairs([{"id": 7, "left": TEXTS[0][0], "right": TEXTS[0][0]}])
        self.assertEqual((line["id"], line["probability"], line["relation"], line["score"]), (7, 1, "agree", 1))

    def test_a_text_of_several_sentences_and_paragraphs_is_one(self):
        long = {"id": "x", "left": "First they met.\n\nThen they spoke. \"Yes,\" he said.", "right": TEXTS[0][1]}
        self.assertEqual(len(self.pairs([long, *EVERY])), 10)

    def test_a_group_beyond_one_block_is_judged_whole(self):
        many = [{"id": k, "left": f"Item {k} is on trade.", "right": f"On trade: item {k}."} for k in range(460)]
        out = self.pairs(many)
        self.assertEqual([o["id"] for o in out], list(range(460)))
        self.assertTrue(all(o["similarity"] > 0 for o in out))

    def test_bad_lines_are_named_with_their_cure(self):
        good = lines(EVERY[:1])
        table = [
            ("{", ":2", "no valid JSON"),
            ("[1]", ":2", "array"),
            ('{"left": "a", "right": "b"}', ":2", 'no "id"'),
            ('{"id": 1.5, "left": "a", "right": "b"}', ":2", 'wrong "id"'),
            ('{"id": 1, "right": "b"}', ":2", 'no "left"'),
            ('{"id": 1, "left": "a", "right": 3}', ":2", 'wrong "right"'),
            ('{"id": 1, "lef": "a", "right": "b"}', ":2", 'unknown key "lef"; did you mean "left"?'),
            ('{"id": 1, "left": "a", "left": "c", "right": "b"}', ":2", 'key "left" twice'),
            ('{"id": 1, "group": [], "left": "a", "right": "b"}', ":2", 'wrong "group"'),
            ('{"id": 1, "left": "a", "right": "b", "link": "yes"}', ":2", 'wrong "link"'),
            ('{"id": 1, "left": "a", "right": "b", "relation": "oppose"}', ":2", 'wrong "relation"'),
            ('{"id": 1, "left": "a", "right": "b", "score": 2}', ":2", 'wrong "score"'),
            ('{"id": 1, "left": "a", "right": " ... "}', ":2", "no sentence"),
            ('{"id": 1, "left": "", "right": "b"}', ":2", "no sentence"),
        ]
        target = self.folder / "out.jsonl"
        for line, *parts in table:
            with self.subTest(line=line):
                path = self.write("bad.jsonl", good + line + "\n")
                self.assert_trouble(run("pairs", path, "--output", target), "bad.jsonl", *parts)
                self.assertFalse(target.exists())
        self.assert_trouble(run("pairs", self.write("x.jsonl", good.encode() + b'{"id": "\xff"}')), ":2", "UTF-8")
        self.assert_trouble(run("pairs", self.write("empty.jsonl", "\n")), "empty.jsonl", "no line")
        self.assert_trouble(run("pairs", "missing.jsonl"), "missing.jsonl")
        self.assert_trouble(run("pairs"), "no input")
        self.assert_trouble(run("pairs", path, path), "second input")
        self.assert_trouble(run("pairs", path, "--model", path), "bad.jsonl")


class Matrix(CliCase):
    def test_the_labelled_pairs_are_rows_and_the_others_compete(self):
        labelled = [{**o, "link": o["id"][0] == o["id"][1]} for o in EVERY[:6]] + EVERY[6:]
        labelled[0].update(link="full", relation="reframe", score=0.25)
        path = self.write("pairs.jsonl", lines(labelled))
        target = self.folder / "matrix"
        self.assert_done(run("matrix", "--pairs", path, "--output", target))
        head, rows = target.read_bytes().split(b"\n", 1)
        header = json.loads(head)
        width = sum(len(header[key]) for key in ("labels", "pair_features", "link_features"))
        self.assertEqual(len(rows), 6 * 4 * width)
        (event,) = header["events"]
        self.assertEqual((event["kind"], event["rows"], event["columns"]), ("pairs", 6, 1))
        labels = [struct.unpack_from("<3f", rows, 4 * width * k) for k in range(6)]
        self.assertEqual(labels[0], (2, 1, 0.25))
        self.assertEqual([strength for strength, _, _ in labels[1:]], [0, 0, 0, 4, 0])
        self.assertNotEqual(labels[4][2], labels[4][2])  # no score: NaN

    def test_refuses_pairs_without_a_label_and_two_kinds_of_input(self):
        path = self.write("pairs.jsonl", lines(EVERY))
        target = self.folder / "matrix"
        self.assert_trouble(run("matrix", "--pairs", path, "--output", target), "pairs.jsonl", '"link"')
        self.assert_trouble(run("matrix", "corpora/events", "--pairs", path, "--output", target), "--pairs")
        self.assertFalse(target.exists())


if __name__ == "__main__":
    unittest.main()
