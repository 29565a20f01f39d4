"""How a report is read: parts of it, the pager and hyperlinks of a terminal, plots beside it."""
import csv
import fcntl
import io
import os
import pty
import re
import select
import subprocess
import termios
import time
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from harness import BINARY, LEFT, RIGHT, CliCase, run

SIDES = ("--left", "us", "--right", "cn")


def compare(*arguments, **more):
    return run("compare", LEFT, RIGHT, *SIDES, *arguments, **more)


def on_terminal(*arguments, env=None, keys=b"", files=(LEFT, RIGHT), until=b""):
    """A run whose standard output and input are a terminal; `keys` are typed once `until` is shown."""
    clean = {key: value for key, value in os.environ.items()
             if key not in ("COLUMNS", "NO_COLOR", "TERM", "PAGER", "RASHOMON_PAGER", "LESS")}
    ours, theirs = pty.openpty()
    process = subprocess.Popen([BINARY, "compare", *files, *SIDES, *arguments], stdin=theirs, stdout=theirs,
                               stderr=subprocess.PIPE, start_new_session=True,
                               preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
                               env={**clean, "TERM": "xterm", "COLUMNS": "100", **(env or {})})
    os.close(theirs)
    shown, deadline = b"", time.monotonic() + 50
    while time.monotonic() < deadline:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                more = os.read(ours, 1 << 16)
            except OSError:  # the terminal's other end is closed
                break
            if not more:
                break
            shown += more
        elif process.poll() is not None:
            break
        if keys and until in shown:
            os.write(ours, keys)
            keys = b""
    status = process.wait(timeout=10)
    os.close(ours)
    err = process.stderr.read().decode()
    process.stderr.close()
    return status, shown.decode(errors="replace").replace("\r\n", "\n"), err


class Parts(CliCase):
    def test_brief_is_one_line_a_link(self):
        links = compare("--format", "json").out.count('"left":"us:')
        lines = compare("--brief").out.splitlines()
        self.assertEqual(sum(bool(re.match(r"[=~x!]  (agree|reframe|diverge|contradict) +us:", line)) for line in lines), links)
        table = compare("--brief", "--format", "markdown").out
        self.assertEqual(len(re.findall(r"^\| `[=~x!]` \|", table, re.MULTILINE)), links)

    def test_only_and_top_leave_out_and_say_so(self):
        for kind in ("text", "markdown"):
            only = compare("--only", "contradict,agree", "--format", kind).out
            self.assertRegex(only, r"\d+ links? of other relations (is|are) left out")
            self.assertNotRegex(only, "[x~]`? +(diverge|reframe) ")
            top = compare("--top", "1", "--format", kind).out
            self.assertRegex(top, r"\d+ links of a smaller \\?\|score\\?\| are left out")
            self.assertIn("score -0.9", top)

    def test_a_high_least_probability_says_what_it_leaves_out(self):
        result = compare("--min-probability", "0.99")
        self.assertRegex(result.out, r"\d+ links below probability 0.99 are left out")
        self.assertNotIn("left out\n", compare().out)

    def test_unknown_relations_and_formats_that_hold_all_are_trouble(self):
        self.assert_trouble(compare("--only", "divrge"), "option --only", 'did you mean "diverge"?')
        self.assert_trouble(compare("--only", ""), "option --only")
        self.assert_trouble(compare("--top", "0"), "option --top")
        for option in (("--brief",), ("--only", "agree"), ("--top", "3")):
            self.assert_trouble(compare(*option, "--format", "json"), f"option {option[0]}", "json")


class Terminal(CliCase):
    def test_the_pager_shows_the_report_and_the_exit_status_stays(self):
        pager = f"cat >{self.folder}/shown; echo LESS=$LESS; exit 7"
        status, shown, err = on_terminal("--exit-code", "--max-divergence", "0", env={"RASHOMON_PAGER": pager})
        self.assertEqual((status, err), (1, ""))
        self.assertEqual(shown, "LESS=FRX\n")
        self.assertIn("tell of one event with", (self.folder / "shown").read_text())

    def test_the_pagers_in_order_and_none(self):
        for env, shown_by in (({"RASHOMON_PAGER": "echo A", "PAGER": "echo B"}, "A"), ({"PAGER": "echo B"}, "B")):
            self.assertEqual(on_terminal(env=env)[1], shown_by + "\n")
        for arguments, env in ((("--no-pager",), {"PAGER": "echo B"}), ((), {"PAGER": "cat"}), ((), {"RASHOMON_PAGER": "", "PAGER": "echo B"})):
            shown = on_terminal(*arguments, env=env)[1]
            self.assertIn("Sources", shown)
            self.assertNotIn("B\n", shown[:3])
        self.assertIn("Sources", compare(env={"PAGER": "echo B"}).out)  # no terminal, no pager

    def test_a_pager_that_is_left_early_or_missing_is_no_trouble(self):
        self.assertEqual(on_terminal(env={"PAGER": "head -c 10 >/dev/null"}), (0, "", ""))
        status, shown, _ = on_terminal(env={"PAGER": "no-such-pager-at-all 2>/dev/null"})
        self.assertEqual(status, 0)
        self.assertIn("Sources", shown)

    def test_breaking_off_is_the_pagers(self):
        pager = "trap 'echo broken off; exit 0' INT; echo ready; while :; do sleep 0.1; done"
        status, shown, err = on_terminal(env={"PAGER": f"sh -c \"{pager}\""}, keys=b"\x03", until=b"ready")
        self.assertEqual(status, 0, err)

    def test_hyperlinks_only_on_a_terminal_with_the_path_escaped(self):
        name = self.write("a b%é.txt", Path(LEFT).read_bytes())
        status, shown, _ = on_terminal("--no-pager", files=(name, RIGHT))
        self.assertEqual(status, 0)
        uris = re.findall(r"\x1b\]8;;(file://[^\x1b]*)\x1b\\", shown)
        host = os.uname().nodename
        self.assertEqual(len(uris), 2)
        self.assertEqual(uris[0], f"file://{host}{self.folder}/a%20b%25%C3%A9.txt")
        for arguments, env in ((("--color", "never"), {}), ((), {"TERM": "dumb"}), (("--output", self.folder / "o.txt"), {})):
            shown = on_terminal("--no-pager", *map(str, arguments), env=env)[1]
            self.assertNotIn("\x1b", shown)
        self.assertNotIn("\x1b]8", compare("--color", "always").out)
        self.assertNotIn("\x1b]8", on_terminal(env={"PAGER": "cat | cat"})[1])

    def test_a_reader_that_closes_the_pipe_is_no_trouble(self):
        read, write = os.pipe()
        os.close(read)
        result = compare(stdout=write)
        os.close(write)
        self.assertEqual((result.status, result.err), (0, ""))

    def test_no_control_of_an_input_reaches_the_terminal(self):
        filler = "They agreed to keep talking of trade and of peace in the region and beyond it. " * 8
        hostile = self.write("hostile.txt", "The leaders \x1b[31mspoke\x1b]0;x\x07 of \u202epeace\u009b5m. " + filler)
        for arguments in (("compare", hostile, RIGHT, *SIDES), ("compare", hostile, RIGHT, *SIDES, "--brief"),
                          ("compare", hostile, RIGHT, *SIDES, "--format", "markdown"), ("lexicon", hostile),
                          ("lexicon", hostile, "--format", "tsv"), ("explain", hostile, RIGHT, *SIDES, "--link", "us:1", "cn:1")):
            result = run(*arguments)
            self.assertEqual(result.status, 0, result)
            self.assertNotRegex(result.out, "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", arguments)


class Plots(CliCase):
    def test_each_plot_is_an_svg_with_its_table(self):
        folder = self.folder / "plots"
        for _ in range(2):
            result = compare("--plots", folder, "--format", "json")
            self.assert_done(result)
        self.assertTrue(result.out.startswith("{"))
        names = ["emphasis", "order", "register", "words"]
        self.assertEqual(sorted(os.listdir(folder)), sorted(f"{name}.{kind}" for name in names for kind in ("svg", "csv")))
        for name in names:
            root = ElementTree.parse(folder / f"{name}.svg").getroot()
            self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
            rows = list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_bytes().decode(), newline="")))
            self.assertGreater(len(rows), 5)

    def test_a_folder_of_other_things_is_left_alone(self):
        folder = self.folder / "mine"
        folder.mkdir()
        (folder / "letter.txt").write_text("mine")
        self.assert_trouble(compare("--plots", folder), str(folder))
        self.assertEqual(os.listdir(folder), ["letter.txt"])
        self.assert_trouble(compare("--plots", self.folder / "no" / "where"), "there is no folder")


if __name__ == "__main__":
    unittest.main()
