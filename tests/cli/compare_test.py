"""rashomon compare through the real binary: formats, outputs, parties, warnings, exit status."""
import csv
import io
import json
import os
import shlex
import unittest

import jsonschema

from harness import LEFT, RIGHT, ROOT, CliCase, run

TABLES = ["claims.csv", "facts.csv", "links.csv", "omissions.csv", "statements.csv", "topics.csv"]  # some of them


def compare(*arguments, **more):
    return run("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", *arguments, **more)


class Formats(CliCase):
    def test_json_keeps_the_contract(self):
        schema = json.loads((ROOT / "docs/comparison.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for arguments in ((), ("--min-probability", "0")):
            result = compare("--format", "json", *arguments)
            self.assert_done(result)
            validator.validate(json.loads(result.out))
        three = run("compare", LEFT, RIGHT, LEFT, "--parties", "us,cn,us", "--format", "json")
        self.assert_done(three, warnings=1)
        parsed = json.loads(three.out)
        validator.validate(parsed)
        self.assertEqual([one["id"] for one in parsed["accounts"]], ["us", "cn", "us-2"])
        self.assertEqual([(one["left"], one["right"]) for one in parsed["pairs"]],
                         [("us", "cn"), ("us", "us-2"), ("cn", "us-2")])

    def test_statements_quote_their_files_exactly(self):
        parsed = json.loads(compare("--format", "json").out)
        texts = {"us": open(LEFT, encoding="utf-8", newline="").read(), "cn": open(RIGHT, encoding="utf-8", newline="").read()}
        self.assertGreater(len(parsed["statements"]), 20)
        for statement in parsed["statements"]:
            self.assertEqual(texts[statement["account"]][statement["begin"]:statement["end"]], statement["text"])
        for link in parsed["links"]:
            self.assertAlmostEqual(sum(row["contribution"] for row in link["evidence"]), link["evidence_total"], 9)
            for side, account in (("left", "us"), ("right", "cn")):
                for row in link["evidence"]:
                    if f"{side}_span" in row:
                        span = row[f"{side}_span"]
                        self.assertEqual(texts[account][span["begin"]:span["end"]], row[side])
        sums = parsed["summary"]
        self.assertAlmostEqual(sums["divergence"], sums["silence"] + sums["narrative"] + sums["position"], 12)

    def test_two_runs_give_the_same_bytes(self):
        for kind in ("text", "markdown", "html", "json"):
            self.assertEqual(compare("--format", kind).out, compare("--format", kind).out)

    def test_text_is_as_wide_as_asked(self):
        for width, env in ((60, {"COLUMNS": "60"}), (100, {}), (44, {"COLUMNS": "200"})):
            arguments = ("--width", "44") if width == 44 else ()
            lines = compare(*arguments, env=env).out.splitlines()
            self.assertLessEqual(max(map(len, lines)), width)

    def test_text_says_what_stands_out_first(self):
        head = compare("--width", "1000").out.split("\n")[0]
        self.assertRegex(head, r"^United States and China tell of one event with [a-z ]+ divergence \(0\.\d\d\): "
                               r"silence 0\.\d\d \+ narrative 0\.\d\d \+ position 0\.\d\d\.$")

    def test_color(self):
        self.assertNotIn("\x1b", compare().out)
        self.assertIn("\x1b[", compare("--color", "always").out)
        self.assertIn("\x1b[", compare("--color", "always", env={"NO_COLOR": "1"}).out)
        self.assertNotIn("\x1b", compare("--color", "never").out)

    def test_standard_input(self):
        with open(RIGHT, "rb") as right:
            result = run("compare", LEFT, "-", "--left", "us", "--right", "cn", "--format", "json", stdin=right.read())
        self.assert_done(result)
        self.assertEqual(json.loads(result.out)["accounts"][1]["source"]["name"], "-")


class Outputs(CliCase):
    def test_a_file_is_what_standard_output_would_be(self):
        path = self.folder / "report.md"
        result = compare("--format", "markdown", "--output", path)
        self.assert_done(result)
        self.assertEqual(result.out, "")
        self.assertEqual(path.read_text(), compare("--format", "markdown").out)
        self.assertEqual(os.listdir(self.folder), ["report.md"])

    def test_a_file_keeps_its_mode_and_a_link_stays_a_link(self):
        real = self.folder / "real.json"
        real.write_text("old")
        real.chmod(0o640)
        link = self.folder / "link.json"
        link.symlink_to(real)
        self.assert_done(compare("--format", "json", "--output", link))
        self.assertTrue(link.is_symlink())
        self.assertEqual(real.stat().st_mode & 0o777, 0o640)
        self.assertEqual(json.loads(real.read_text())["format"], "rashomon.comparison/1")

    def test_csv_agrees_with_json_and_replaces_its_own_folder(self):
        folder = self.folder / "tables"
        for _ in range(2):
            self.assert_done(compare("--format", "csv", "--output", f"{folder}/"))
        self.assertLess(set(TABLES), set(os.listdir(folder)))
        self.assertEqual(os.listdir(self.folder), ["tables"])
        parsed = json.loads(compare("--format", "json").out)
        rows = {name: list(csv.DictReader(io.StringIO((folder / name).read_bytes().decode(), newline=""))) for name in TABLES}
        self.assertEqual([row["doc_id"] for row in rows["statements.csv"]], [one["id"] for one in parsed["statements"]])
        self.assertEqual([float(row["score"]) for row in rows["links.csv"]], [one["score"] for one in parsed["links"]])
        self.assertEqual([row["statement"] for row in rows["omissions.csv"]], [one["statement"] for one in parsed["omissions"]])
        self.assertEqual(len(rows["topics.csv"]), 2 * len(parsed["topics"]))
        facts, claims = parsed["findings"]["facts"], parsed["findings"]["claims"]
        self.assertEqual([row["verdict"] for row in rows["facts.csv"]], [one["verdict"] for one in facts])
        self.assertEqual([row["told"] for row in rows["claims.csv"]], [one["told"]["statement"] for one in claims])


class Accounts(CliCase):
    def test_several_documents_of_one_input_are_several_accounts(self):
        records = [{"text": "The two leaders spoke. They agreed to meet.", "party": "us"},
                   {"text": "Our leader spoke with their leader. A meeting was agreed.", "party": "fr"}]
        for name, text in (("a.json", json.dumps(records)), ("a.jsonl", "\n".join(map(json.dumps, records)))):
            result = run("compare", self.write(name, text), "--format", "json")
            self.assertEqual(result.status, 0, result)
            self.assertNotIn("same text", result.err)
            parsed = json.loads(result.out)
            self.assertEqual([one["id"] for one in parsed["accounts"]], ["us", "fr"])
            for one, record in zip(parsed["accounts"], records):
                self.assertEqual(one["source"]["text"], record["text"])

    def test_copies_of_one_text_are_told_of_once(self):
        text = ROOT / "corpora/events/2014-03-01-obama-putin-call/left.txt"
        result = run("compare", text, text, text)
        self.assertEqual(result.status, 0, result)
        self.assertEqual(result.err.count("are the same text"), 1, result)

    def test_every_account_and_its_copy_have_no_divergence_at_all(self):
        for text in sorted((ROOT / "corpora/events").glob("*/*.txt")):
            result = run("compare", text, text, "--format", "json", "--exit-code", "--max-divergence", "0")
            self.assertEqual(result.status, 0, text)
            summary = json.loads(result.out)["summary"]
            self.assertEqual((summary["divergence"], summary["silence"]), (0, 0), text)
            for profile in summary["profile"].values():
                self.assertLessEqual(max(profile.values()), 1, text)

    def test_the_kingdoms_id_is_gb_in_json_too(self):
        record = json.dumps({"text": "The two leaders spoke. They agreed to meet.", "party": "UK"})
        self.assert_trouble(run("compare", self.write("uk.json", record), RIGHT), "write gb")

    def test_the_same_file_twice_is_a_warning_and_no_divergence(self):
        result = run("compare", LEFT, LEFT, "--left", "us", "--right", "us", "--format", "json")
        self.assert_done(result, warnings=1)
        parsed = json.loads(result.out)
        self.assertEqual([one["id"] for one in parsed["accounts"]], ["us", "us-2"])
        self.assertAlmostEqual(parsed["summary"]["divergence"], 0, 6)

    def test_unrelated_texts_are_a_warning(self):
        snow = self.write("snow.txt", "Snow fell on the northern hills. Skiers were delighted.")
        fish = self.write("fish.txt", "Cod prices rose at the harbour. Bakers sold fewer loaves.")
        result = run("compare", snow, fish, "--format", "json")
        self.assert_done(result, warnings=1)
        self.assertGreater(json.loads(result.out)["summary"]["divergence"], 0.85)

    def test_one_account_far_longer_than_the_other_works(self):
        short = self.write("short.txt", "The two presidents spoke by telephone.")
        self.assert_done(run("compare", short, RIGHT, "--left", "us", "--right", "cn"))

    def test_options_that_change_the_outcome_are_stamped(self):
        parsed = json.loads(compare("--format", "json", "--min-probability", "0.25").out)
        self.assertEqual(parsed["engine"]["options"], {"left": "us", "right": "cn", "min-probability": "0.25"})


class ExitStatus(CliCase):
    def test_exit_code_tells_the_divergence(self):
        divergence = json.loads(compare("--format", "json").out)["summary"]["divergence"]
        self.assertEqual(compare("--exit-code", "--max-divergence", "1").status, 0)
        self.assertEqual(compare("--exit-code", "--max-divergence", "0").status, 1)
        self.assertEqual(compare("--exit-code").status, int(divergence > 0.5))


class Help(CliCase):
    def test_help_shows_the_commands_with_examples_that_work(self):
        alone = run()
        self.assert_done(alone)
        self.assertEqual(alone.out, run("--help").out)
        examples = [line.strip() for line in alone.out.splitlines() if line.strip().startswith("scripts/rashomon")]
        self.assertGreaterEqual(len(examples), 3)
        (self.folder / "corpora").symlink_to(ROOT / "corpora")  # what they write stays out of the project
        for example in examples:
            with self.subTest(example):
                self.assert_done(run(*shlex.split(example)[1:], cwd=self.folder))

    def test_help_of_a_command_shows_every_option(self):
        shown = run("compare", "--help")
        self.assert_done(shown)
        self.assertEqual(shown.out, run("help", "compare").out)
        for option in ("left", "right", "parties", "encoding", "lexicon", "model", "min-probability", "format", "output",
                       "color", "width", "exit-code", "max-divergence"):
            self.assertIn(f"--{option} ", shown.out)

    def test_version(self):
        self.assertRegex(run("--version").out, r"^rashomon \d+\.\d+\.\d+ ")
        parsed = json.loads(run("--version", "--json").out)
        self.assertEqual(list(parsed), ["engine", "model", "icu", "unicode"])


if __name__ == "__main__":
    unittest.main()
