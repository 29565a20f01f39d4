"""rashomon split, and compare of one article, through the real binary."""
import csv
import io
import json
import unittest

import jsonschema

from harness import ROOT, CliCase, run

ARTICLE = ROOT / "corpora/articles/2022-03-18-biden-xi-call.txt"
ONE_SIDED = "BEIJING - China is open to talks, the Chinese Foreign Ministry said on Monday.\n"
NOBODYS = "The sun rose over the harbour. It was a fine day.\n"


class Split(CliCase):
    def test_json_keeps_its_schema_and_quotes_the_article_exactly(self):
        schema = json.loads((ROOT / "docs/article.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        result = run("split", ARTICLE, "--format", "json")
        self.assert_done(result)
        parsed = json.loads(result.out)
        jsonschema.Draft202012Validator(schema).validate(parsed)
        text = ARTICLE.read_text(encoding="utf-8")
        end = 0
        for statement in parsed["statements"]:
            self.assertEqual(text[statement["begin"]:statement["end"]], statement["text"])
            self.assertEqual(text[end:statement["begin"]].strip(), "")
            end = statement["end"]
        self.assertEqual(set(parsed["accounts"]), {"us", "cn"})
        self.assertEqual(result.out, run("split", ARTICLE, "--format", "json").out)

    def test_text_and_csv_tell_the_same(self):
        parsed = json.loads(run("split", ARTICLE, "--format", "json").out)
        rows = list(csv.DictReader(io.StringIO(run("split", ARTICLE, "--format", "csv").out, newline="")))
        self.assertEqual([row["accounts"] for row in rows],
                         [";".join(one["accounts"]) for one in parsed["statements"]])
        self.assertEqual([row["mode"] for row in rows], [one["mode"] for one in parsed["statements"]])
        text = run("split", ARTICLE, "--width", "60")
        self.assert_done(text)
        self.assertTrue(all(len(line) <= 60 for line in text.out.splitlines() if line.startswith("   ")))

    def test_output_dir_holds_a_text_a_party_with_the_way_back(self):
        folder = self.folder / "sides"
        self.assert_done(run("split", ARTICLE, "--output-dir", folder))
        self.assertEqual(sorted(path.name for path in folder.iterdir()),
                         ["cn.offsets.tsv", "cn.txt", "us.offsets.tsv", "us.txt"])
        article = ARTICLE.read_text(encoding="utf-8")
        for party in ("us", "cn"):
            text = (folder / f"{party}.txt").read_text(encoding="utf-8")
            table = (folder / f"{party}.offsets.tsv").read_text(encoding="utf-8")
            rows = list(csv.DictReader(io.StringIO(table), delimiter="\t"))
            self.assertEqual(len(rows), len(text.splitlines()))
            for row in rows:
                self.assertEqual(text[int(row["begin"]):int(row["end"])],
                                 article[int(row["article_begin"]):int(row["article_end"])])

    def test_few_parties_are_told_in_one_line(self):
        for text, line in ((ONE_SIDED, "one account alone, that of cn"), (NOBODYS, "no party's account")):
            path = self.write("story.txt", text)
            result = run("split", path, "--format", "json")
            self.assert_done(result, warnings=1)
            self.assertIn(line, result.err)
            self.assertTrue(json.loads(result.out)["statements"])

    def test_trouble(self):
        self.assert_trouble(run("split"), "no input")
        self.assert_trouble(run("split", ARTICLE, ARTICLE), "one article")
        self.assert_trouble(run("split", self.write("empty.txt", "")))
        self.assert_trouble(run("split", ARTICLE, "--format", "html"), "html")


class CompareOneArticle(CliCase):
    def test_the_two_sides_of_an_article_are_compared(self):
        result = run("compare", ARTICLE, "--format", "json")
        self.assertEqual(result.status, 0, result)
        parsed = json.loads(result.out)
        schema = json.loads((ROOT / "docs/comparison.schema.json").read_text())
        jsonschema.Draft202012Validator(schema).validate(parsed)
        split = json.loads(run("split", ARTICLE, "--format", "json").out)
        self.assertEqual([one["id"] for one in parsed["accounts"]], split["accounts"][:2])
        told = {one["id"]: one for one in split["statements"]}
        for statement in parsed["statements"]:
            origin = told[str(statement["sentence"])]
            self.assertIn(statement["account"], origin["accounts"])
            for key in ("begin", "end", "text", "speaker", "source", "mode"):
                self.assertEqual(statement[key], origin[key])

    def test_the_report_shows_the_place_in_the_article_and_who_is_cited(self):
        result = run("compare", ARTICLE, "--width", "120")
        self.assertEqual(result.status, 0, result)
        self.assertRegex(result.out, r"sentence \d+")
        self.assertIn("Xinhua", result.out)

    def test_parties_choose_the_accounts(self):
        parsed = json.loads(run("compare", ARTICLE, "--parties", "cn,us", "--format", "json").out)
        self.assertEqual([one["id"] for one in parsed["accounts"]], ["cn", "us"])
        self.assert_trouble(run("compare", ARTICLE, "--parties", "us,fr"), "fr")
        self.assert_trouble(run("compare", ARTICLE, "--parties", "us,us"), "named twice")

    def test_one_account_is_no_comparison(self):
        self.assert_trouble(run("compare", self.write("story.txt", ONE_SIDED)), "one account")
        self.assert_trouble(run("compare", self.write("story.txt", NOBODYS)), "account")
        self.assert_trouble(run("compare", ARTICLE, "--left", "us"), "option --left", "--right")
        self.assert_trouble(run("compare", ARTICLE, "--right", "cn"), "option --right", "--left")
        self.assert_trouble(run("compare", ARTICLE, "--parties", "us"), "option --parties", "two parties")

    def test_two_statements_of_an_article_are_explained(self):
        result = run("explain", ARTICLE, "--left", "us", "--right", "cn", "--link", "us:1", "cn:1")
        self.assertEqual(result.status, 0, result)
        self.assertIn("us:1", result.out)
        self.assert_trouble(run("explain", ARTICLE, "--link", "us:1", "us:2"), "one account")


if __name__ == "__main__":
    unittest.main()
