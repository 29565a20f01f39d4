"""`rashomon frequencies`: counts that add up exactly, and what `--frequencies` does with them."""
import hashlib
import itertools
import json
import unittest

from harness import CliCase, LEFT, RIGHT, run

TEXTS = ["They spoke of tariffs. Tariffs and talks.", "The talks went on. Peace was near.", "Peace, they said.",
         "A long letter on trade arrived."]


class Frequencies(CliCase):
    def table(self, name, *arguments, warnings=0):
        target = self.folder / name
        self.assert_done(run("frequencies", *arguments, "-o", target), warnings)
        return target

    def parts(self):
        return [self.table(f"{k}.df", self.write(f"{k}.txt", text)) for k, text in enumerate(TEXTS)]

    def test_a_table_tells_what_it_was_counted_in(self):
        text = self.parts()[0].read_text()
        head, rows = text.split("sentences\t", 1)
        self.assertRegex(head, r"^rashomon\.frequencies/1\nsettings\t[0-9a-f]{64}\nleast\t1\ninput\t[0-9a-f]{64}\n$")
        self.assertIn(hashlib.sha256(TEXTS[0].encode()).hexdigest(), head)
        self.assertEqual(rows.splitlines()[0], "2")
        self.assertIn("tariff\t2", rows.splitlines())

    def test_merging_is_exact_in_any_order_and_grouping(self):
        parts = self.parts()
        whole = self.table("whole.df", *(self.folder / f"{k}.txt" for k in range(4))).read_bytes()
        for order in itertools.permutations(parts):
            self.assertEqual(self.table("m.df", "--merge", *order).read_bytes(), whole)
        left = self.table("left.df", "--merge", *parts[:2])
        right = self.table("right.df", "--merge", *parts[2:])
        self.assertEqual(self.table("m.df", "--merge", right, left).read_bytes(), whole)
        nested = self.table("nested.df", "--merge", parts[3], left)
        self.assertEqual(self.table("m.df", "--merge", nested, parts[2]).read_bytes(), whole)
        self.assertEqual(self.table("m.df", "--merge", parts[0]).read_bytes(), parts[0].read_bytes())

    def test_an_input_counts_once(self):
        parts = self.parts()
        first = self.folder / "0.txt"
        self.assertEqual(self.table("twice.df", first, first).read_bytes(), parts[0].read_bytes())
        overlap = self.table("two.df", first, self.folder / "1.txt")
        target = self.folder / "m.df"
        self.assert_trouble(run("frequencies", "--merge", parts[0], overlap, "-o", target), "two.df", "counted in a table")
        self.assertFalse(target.exists())

    def test_what_does_not_add_up_is_refused(self):
        one, two = self.parts()[:2]
        lexicon = self.write("stop_words.tsv", "word\tlanguage\nletter\ten\n")
        other = self.table("other.df", self.folder / "2.txt", "--lexicon", lexicon)
        self.assert_trouble(run("frequencies", "--merge", one, other, "-o", self.folder / "m.df"), "other settings")
        cut = self.table("cut.df", self.folder / "2.txt", "--least", "2")
        self.assert_trouble(run("frequencies", "--merge", one, cut, "-o", self.folder / "m.df"), "cut.df", "rare stems")
        old = self.write("old.df", "sentences\t3\ntalk\t2\n")
        self.assert_trouble(run("frequencies", "--merge", old, one, "-o", self.folder / "m.df"), "does not tell")
        text = two.read_text()
        for bad in ("", "talk\t1\n", text[:-1], text.replace("\t1\n", "\t1.5\n"), text.replace("\t1\n", "\t-1\n"),
                    text + "a\t1\n", text.replace("least\t1", "least\t0")):
            with self.subTest(bad=bad):
                path = self.write("bad.df", bad)
                self.assert_trouble(run("frequencies", "--merge", one, path, "-o", self.folder / "m.df"), "bad.df:")

    def test_a_manifest_counts_line_by_line_and_shards_add_up(self):
        items = [{"id": k, "inputs": [{"party": "us", "text": TEXTS[k % 4]}, {"party": "cn", "text": TEXTS[k // 2]}]}
                 for k in range(8)]
        rows = [json.dumps(one) + "\n" for one in items] + ['{"id": 9}\n']
        whole = self.table("whole.df", self.write("all.jsonl", "".join(rows)), warnings=1)
        self.assertIn("sentences\t24\n", whole.read_text())
        parts = [self.table(f"{k}.df", self.write(f"{k}.jsonl", "".join(rows[k::3])), warnings=int(k == 2))
                 for k in range(3)]
        self.assertEqual(self.table("m.df", "--merge", *parts).read_bytes(), whole.read_bytes())
        bad = self.write("bad.jsonl", "{\n")
        empty = self.table("empty.df", bad, "--manifest", warnings=1)
        self.assertEqual(self.table("m.df", "--merge", empty, whole).read_bytes(), whole.read_bytes())
        self.assert_trouble(run("frequencies", bad, "-o", self.folder / "m.df"), "bad.jsonl")

    def test_a_corpus_of_json_lines_counts_text_by_text(self):
        path = self.write("corpus.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in TEXTS))
        self.parts()
        files = [self.folder / f"{k}.txt" for k in range(4)]
        self.assertEqual(self.table("a.df", path).read_bytes(), self.table("b.df", *files).read_bytes())

    def test_compare_and_batch_take_the_table_and_name_it_by_what_it_holds(self):
        table = self.table("all.df", LEFT, RIGHT)
        moved = self.write("moved.df", table.read_bytes())
        plain = json.loads(run("compare", LEFT, RIGHT, "--parties", "us,cn", "--format", "json").out)
        made = [run("compare", LEFT, RIGHT, "--parties", "us,cn", "--format", "json", "--frequencies", path)
                for path in (table, moved)]
        self.assertEqual(made[0].out, made[1].out)
        said = json.loads(made[0].out)
        self.assertEqual(said["engine"]["options"]["frequencies"], hashlib.sha256(table.read_bytes()).hexdigest())
        self.assertNotEqual(said["links"], plain["links"])
        item = json.dumps({"id": 1, "inputs": [{"party": "us", "path": LEFT}, {"party": "cn", "path": RIGHT}]})
        line = run("batch", "-", "--frequencies", table, stdin=item.encode())
        self.assertEqual(json.loads(line.out)["comparison"], said)
        old = self.write("old.df", "sentences\t3\ntalk\t2\n")
        self.assert_done(run("compare", LEFT, RIGHT, "--frequencies", old))
        other = self.write("x.df", table.read_text().replace("settings\t", "settings\tf", 1))
        self.assert_trouble(run("compare", LEFT, RIGHT, "--frequencies", other), "x.df", "count again")


if __name__ == "__main__":
    unittest.main()
