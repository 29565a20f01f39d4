"""The Markdown report, as Pandoc reads it: what GitHub shows, and what becomes of it in DOCX. Skipped without Pandoc."""
import json
import re
import shutil
import subprocess
import unittest
import zipfile

from harness import LEFT, RIGHT, CliCase, run

HOSTILE = ("The sides | spoke *of* _trade_ <b>and</b> `code` [x](y) ~~no~~ $1$ ^2^ @who #1 {.a} \\x. "
           "They agreed: 1. peace -- 2. \"talks\". The leaders said <script>alert(1)</script> & more.")
CHINESE = "两国元首通了电话。中方强调，台湾问题是第一条不可逾越的红线。双方同意保持沟通。"


def pandoc(text, *arguments):
    return subprocess.run(["pandoc", *arguments], input=text.encode(), stdout=subprocess.PIPE, check=True, timeout=60).stdout


def plain(tree):
    """All text of a part of Pandoc's tree, in one row."""
    if isinstance(tree, list):
        return "".join(map(plain, tree))
    if not isinstance(tree, dict):
        return ""
    if tree.get("t") == "Str":
        return tree["c"]
    if tree.get("t") == "Code":
        return tree["c"][1]
    if tree.get("t") in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return "".join(plain(part) for part in tree.values())


def elements(tree, kind):
    if isinstance(tree, list):
        return [found for part in tree for found in elements(part, kind)]
    if not isinstance(tree, dict):
        return []
    here = [tree] if tree.get("t") == kind else []
    return here + [found for part in tree.values() for found in elements(part, kind)]


@unittest.skipUnless(shutil.which("pandoc"), "Pandoc is not installed")
class Markdown(CliCase):
    def report(self, *inputs, options=()):
        result = run("compare", *inputs, "--left", "us", "--right", "cn", "--format", "markdown", *options)
        self.assertEqual(result.status, 0, result)
        return result.out

    def tree(self, text):
        return json.loads(pandoc(text, "--from", "gfm", "--to", "json"))

    def test_every_quotation_and_table_reads_back(self):
        tree = self.tree(self.report(LEFT, RIGHT))
        parsed = json.loads(run("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", "--format", "json").out)
        text = plain(tree["blocks"])
        for statement in parsed["statements"]:
            linked = any(statement["id"] in (link["left"], link["right"]) for link in parsed["links"])
            if linked or any(one["statement"] == statement["id"] for one in parsed["omissions"]):
                self.assertIn(" ".join(statement["text"].split()), text)
        self.assertEqual(len(elements(tree["blocks"], "Table")), 4)  # totals, overview, facts, topics

    def test_text_of_others_stays_text(self):
        hostile = self.write("hostile.txt", HOSTILE)
        for options in ((), ("--brief",), ("--min-probability", "0")):
            report = self.report(hostile, RIGHT, options=options)
            for reader in ("gfm", "commonmark_x", "markdown"):
                tree = json.loads(pandoc(report, "--from", reader, "--to", "json"))
                for kind in ("RawInline", "RawBlock", "Math", "Strikeout", "Superscript", "Image", "Cite", "Emph"):
                    found = [one for one in elements(tree["blocks"], kind) if "left out" not in plain(one)]
                    self.assertEqual(found, [], (kind, reader))
                for link in elements(tree["blocks"], "Link"):
                    self.assertNotEqual(link["c"][2][0], "y")
        self.assertIn("The sides | spoke *of* _trade_ <b>and</b> `code` [x](y) ~~no~~ $1$ ^2^ @who #1 {.a} \\x.",
                      plain(self.tree(self.report(hostile, RIGHT))["blocks"]))

    def test_tables_keep_their_columns(self):
        hostile = self.write("hostile.txt", HOSTILE)
        for options in ((), ("--brief",)):
            for table in re.findall(r"(?:^\|.*\n)+", self.report(hostile, RIGHT, options=options), re.MULTILINE):
                columns = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in table.splitlines()}
                self.assertEqual(len(columns), 1, table)

    def test_word_holds_the_report_chinese_too(self):
        chinese = self.write("cn.txt", CHINESE)
        for right in (RIGHT, chinese):
            path = self.folder / "report.docx"
            pandoc(self.report(LEFT, right), "--from", "gfm", "--output", str(path))
            with zipfile.ZipFile(path) as word:
                body = re.sub("<[^>]*>", "", word.read("word/document.xml").decode())
            self.assertIn("SHA-256", body)
            if right == chinese:
                self.assertIn("台湾问题是第一条不可逾越的红线", body)

    def test_latex_takes_it_as_pdf_would(self):
        latex = pandoc(self.report(self.write("hostile.txt", HOSTILE), RIGHT), "--from", "gfm", "--to", "latex").decode()
        self.assertIn("\\textbar", latex)
        self.assertNotIn("<script", latex.replace("\\textless script", ""))


if __name__ == "__main__":
    unittest.main()
