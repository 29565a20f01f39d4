"""`rashomon lexicon`: what it shows, what it counts, what it refuses."""
import json
import unittest

from harness import LEFT, ROOT, CliCase, run

SENTENCE = "\u4e2d\u56fd Beijing said the one-China principle is a red line. Zyxwv came.\n"


class Lexicon(CliCase):
    def test_json_spans_slice_to_the_text(self):
        text = self.write("a.txt", SENTENCE)
        result = run("lexicon", text, "--format", "json")
        self.assert_done(result)
        (document,) = json.loads(result.out)["documents"]
        self.assertEqual(len(document["sentences"]), 2)
        for sentence in document["sentences"]:
            self.assertEqual(SENTENCE[sentence["begin"]:sentence["end"]], sentence["text"])
            for find in sentence["finds"]:
                self.assertEqual(SENTENCE[find["begin"]:find["end"]], find["text"])
        finds = {(find["table"], find["text"]): find["says"] for find in document["sentences"][0]["finds"]}
        self.assertEqual(finds["concepts", "one-China principle"]["concept"], "one-china")
        self.assertEqual(finds["parties", "Beijing"]["party"], "cn")
        self.assertLess(float(finds["register", "red line"]["level"]), 0)
        self.assertEqual(document["sentences"][1]["uncovered"], ["Zyxwv", "came"])

    def test_text_and_tsv_say_the_same(self):
        as_text = run("lexicon", LEFT)
        as_tsv = run("lexicon", LEFT, "--format", "tsv")
        self.assert_done(as_text)
        self.assert_done(as_tsv)
        rows = [line.split("\t") for line in as_tsv.out.splitlines()]
        self.assertEqual(rows[0], ["document", "begin", "end", "text", "table", "says"])
        self.assertGreater(len(rows), 100)
        for _, begin, end, text, table, says in rows[1:]:
            self.assertRegex(as_text.out, rf"  {table} +{begin}\.\.{end} +")
            self.assertIn(f'"{text}": {says}', as_text.out)

    def test_gaps(self):
        lines = [json.dumps({"text": "The purple walrus spoke of the red line. It was seen by a purple walrus."})] * 2
        corpus = self.write("corpus.jsonl", "\n".join(lines) + "\n")
        result = run("lexicon", "--gaps", corpus, "--least", "4")
        self.assert_done(result)
        self.assertIn("purple walrus\t4\t0.0 %\n", result.out)
        self.assertNotIn("red line", result.out)
        self.assertTrue(result.out.splitlines()[-1].startswith("# 1 phrases with 4 occurrences and more: 0 covered"))
        left_out = self.write("left.tsv", "phrase\treason\npurple walrus\ta test\n")
        result = run("lexicon", "--gaps", corpus, "--least", "4", "--left-out", left_out)
        self.assert_done(result)
        self.assertIn("0 gaps; 100.0 % accounted for", result.out)
        table = self.write("concepts.tsv", "concept\tparent\tfamily\ten\tzh\tnote\nwalrus\t\tissue\tpurple walrus\t\t\n")
        result = run("lexicon", "--gaps", corpus, "--least", "4", "--lexicon", table)
        self.assertIn("1 covered (100.0 %)", result.out)

    def test_check(self):
        self.assert_done(run("lexicon", "--check"))
        table = self.write("hedges.tsv", "en\tzh\tstrength\tkind\nzyxwv;perhaps\t\t0.5\tadverb\n")
        result = run("lexicon", "--check", "--lexicon", table)
        self.assertEqual(result.status, 2, result)
        self.assertIn("hedges\tperhaps\tadverb, 0.8\tadverb, 0.5", result.out)
        self.assertEqual(result.err.count("\n"), 1, result)

    def test_options(self):
        table = [
            (["lexicon"], "input"),
            (["lexicon", LEFT, "--format", "jsno"], 'did you mean "json"?'),
            (["lexicon", LEFT, "--least", "3"], "--gaps"),
            (["lexicon", "--gaps", LEFT, "--least", "0"], "1 to"),
            (["lexicon", "--gaps", LEFT, "--format", "json"], "--format"),
            (["lexicon", "--gaps", "--check"], "--check"),
            (["lexicon", "--check", LEFT], "takes none"),
            (["lexicon", "--gaps", LEFT, "--left-out", "missing.tsv"], "missing.tsv"),
        ]
        for arguments, part in table:
            with self.subTest(arguments=arguments):
                self.assert_trouble(run(*arguments), part)

    def test_gaps_of_the_example_leave_out_what_the_project_leaves_out(self):
        result = run("lexicon", "--gaps", LEFT, "--least", "2", "--left-out", ROOT / "corpora/lexicons/left_out.tsv")
        self.assert_done(result)


if __name__ == "__main__":
    unittest.main()
