"""Bad input gets one line and exit 2, with nothing written."""
import os
import subprocess
import unittest

from harness import BINARY, LEFT, RIGHT, CliCase, run


class BadInput(CliCase):
    def test_inputs(self):
        table = {
            "no such file": (self.folder / "missing.txt", "missing.txt"),
            "a folder": (self.folder, str(self.folder)),
            "empty": (self.write("empty.txt", ""), "empty.txt"),
            "binary": (self.write("binary.txt", bytes(range(256)) * 20), "binary.txt"),
            "blanks": (self.write("blanks.txt", " \n\t\n"), "blanks.txt"),
            "no sentence": (self.write("marks.txt", "... --- !!!\n"), "marks.txt"),
            "JSON without text": (self.write("a.json", '{"title": "x"}'), "a.json"),
            "broken JSON": (self.write("b.json", '{"text": "x"'), "b.json"),
            "a name with a line break": (self.folder / "a\nb.txt", "a"),
        }
        for name, (path, named) in table.items():
            for arguments in ((path, RIGHT), (LEFT, path)):
                with self.subTest(name, arguments=arguments):
                    self.assert_trouble(run("compare", *arguments), named)

    def test_invalid_utf8_names_its_place(self):
        path = self.write("bad.txt", b"A sentence stands here. \xff\xfe\xfd Another one.\n")
        self.assert_trouble(run("compare", path, RIGHT, "--encoding", "UTF-8"), "bad.txt", "24")

    def test_options(self):
        table = [
            (["compare"], "input"),
            (["comprae", LEFT, RIGHT], 'did you mean "compare"?'),
            (["--verson"], 'did you mean "--version"?'),
            (["help", "comapre"], 'did you mean "compare"?'),
            (["compare", LEFT, RIGHT, "--formt", "json"], 'did you mean "--format"?'),
            (["compare", LEFT, RIGHT, "--min", "0"], 'did you mean "--min-probability"?'),
            (["compare", LEFT, RIGHT, "--format", "jsno"], 'did you mean "json"?'),
            (["compare", LEFT, RIGHT, "--format=markdwon"], 'did you mean "markdown"?'),
            (["compare", LEFT, RIGHT, "--color", "alwyas"], 'did you mean "always"?'),
            (["compare", LEFT, RIGHT, "--format"], "--format FORMAT"),
            (["compare", LEFT, RIGHT, "--format", "json", "--format", "text"], "twice"),
            (["compare", LEFT, RIGHT, "--exit-code=1"], "no value"),
            (["compare", LEFT, RIGHT, "--width", "wide"], "40 to 1000"),
            (["compare", LEFT, RIGHT, "--width", "39"], "40 to 1000"),
            (["compare", LEFT, RIGHT, "--min-probability", "1.5"], "0 to 1"),
            (["compare", LEFT, RIGHT, "--min-probability", "nan"], "0 to 1"),
            (["compare", LEFT, RIGHT, "--max-divergence", "0.4"], "--exit-code"),
            (["compare", LEFT, RIGHT, "--left", "uk"], "gb"),
            (["compare", LEFT, RIGHT, "--left", "US"], "give us"),
            (["compare", LEFT, RIGHT, "--left", "u s"], "--left"),
            (["compare", LEFT, RIGHT, "--parties", "us"], "in order"),
            (["compare", LEFT, RIGHT, "--parties", "us,,cn"], "--parties"),
            (["compare", LEFT, RIGHT, "--parties", "us,cn", "--left", "us"], "--parties"),
            (["compare", LEFT, RIGHT, LEFT, "--left", "us"], "--parties"),
            (["compare", "-", "-"], "once"),
            (["compare", LEFT, RIGHT, "--encoding", "UTF-99"], "UTF-99"),
            (["compare", LEFT, RIGHT, "--lexicon", "missing.tsv"], "missing.tsv"),
            (["compare", LEFT, RIGHT, "--model", "missing.json"], "missing.json"),
            (["compare", LEFT, RIGHT, "--format", "csv"], "--output"),
            (["compare", "-x", LEFT], "-x"),
            (["version", "all"], "all"),
        ]
        for arguments, part in table:
            with self.subTest(arguments=arguments[1:]):
                self.assert_trouble(run(*arguments), part)

    def test_lexicon_and_model_are_checked(self):
        for option, text in (("--lexicon", "a\tb\n1\t2\t3\n"), ("--lexicon", b"\xff\n"), ("--model", "{}"), ("--model", "x")):
            with self.subTest(option, text=text):
                self.assert_trouble(run("compare", LEFT, RIGHT, option, self.write("given", text)), "given")

    def test_outputs(self):
        table = {
            "missing folder": (self.folder / "none" / "out.txt", "text", "no folder"),
            "a folder": (self.folder, "json", "folder"),
            "csv into a file": (self.write("file", "x"), "csv", "folder"),
            "csv into a missing folder": (self.folder / "none" / "tables", "csv", "no folder"),
            "full disk": ("/dev/full", "json", "full"),
        }
        for name, (path, kind, part) in table.items():
            with self.subTest(name):
                self.assert_trouble(run("compare", LEFT, RIGHT, "--format", kind, "--output", path), str(path), part)
        self.assertEqual(sorted(os.listdir(self.folder)), ["file"])

    def test_a_folder_with_other_files_is_left_alone(self):
        self.write("thesis.txt", "mine")
        self.assert_trouble(run("compare", LEFT, RIGHT, "--format", "csv", "--output", self.folder), "thesis.txt")
        self.assertEqual(os.listdir(self.folder), ["thesis.txt"])

    def test_full_disk_on_standard_output(self):
        with open("/dev/full", "wb") as full:
            for arguments in (["compare", LEFT, RIGHT], ["--help"], ["--version"]):
                with self.subTest(arguments=arguments):
                    self.assert_trouble(run(*arguments, stdout=full), "standard output", "full")

    def test_a_closed_pipe_is_quiet(self):
        for arguments in (["compare", LEFT, RIGHT, "--format", "json", "--min-probability", "0"], ["--help"]):
            with self.subTest(arguments=arguments):
                reading, writing = os.pipe()
                os.close(reading)
                process = subprocess.Popen([BINARY, *arguments], stdout=writing, stderr=subprocess.PIPE)
                os.close(writing)
                self.assertEqual(process.communicate(timeout=60)[1], b"")
                self.assertEqual(process.returncode, 0)

    def test_errors_show_no_control_characters(self):
        result = run("compare", "\x1b[31m\u202ex", RIGHT)
        self.assert_trouble(result, "\u241b[31m<U+202E>x")


if __name__ == "__main__":
    unittest.main()
