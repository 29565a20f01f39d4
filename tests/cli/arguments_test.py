"""How arguments arrive and are told of: files of arguments, --, -, man pages, completion in a real shell."""
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from harness import LEFT, RIGHT, CliCase, run

COMMANDS = re.findall(r"^  ([a-z]+)$", run("--help").out, re.MULTILINE)


def options_of(command):
    return re.findall(r"^  (?:-[a-z], )?(--[a-z-]+)", run(command, "--help").out, re.MULTILINE)


class ResponseFiles(CliCase):
    def test_stand_for_their_arguments(self):
        expected = run("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", "--format", "json").out
        for text in (f"{LEFT}\n{RIGHT}\n--left\nus\n--right\ncn\n--format\njson\n",
                     f"{LEFT} {RIGHT} --left us --right=cn\t--format 'json'",
                     f"\r\n\"{LEFT}\"\r\n'{RIGHT}' --left 'u's --right \"c\"n --format js\\on"):
            result = run("compare", "@" + self.write("arguments", text))
            self.assert_done(result)
            self.assertEqual(result.out, expected)
        both = self.write("inputs", f"{LEFT}\n{RIGHT}"), self.write("options", "--left us --right cn")
        self.assertEqual(run("compare", "@" + both[0], "--format", "json", "@" + both[1]).out, expected)
        self.assertEqual(run("@" + self.write("all", f"compare {LEFT} {RIGHT} --left us --right cn --format json")).out, expected)

    def test_keep_blanks_and_quotation_marks(self):
        name = "a \"b\" 'c' \\ d.txt"
        path = self.write(name, Path(LEFT).read_text())
        escaped = path.replace("\\", "\\\\").replace('"', '\\"')
        self.assert_done(run("compare", "@" + self.write("arguments", f'"{escaped}" {RIGHT}')))

    def test_trouble_is_one_line(self):
        self.assert_trouble(run("compare", "@missing"), "missing", "no such file")
        self.assert_trouble(run("compare", "@"), "@FILE")
        self.assert_trouble(run("compare", "@" + str(self.folder)), "folder")
        self.assert_trouble(run("compare", "@" + self.write("open", "a\n'b\n")), "open, line 2", "quotation mark")
        nested = self.write("nested", "@other")
        self.assert_trouble(run("compare", "@" + nested), nested, "@other")

    def test_serve_every_command(self):
        for command in COMMANDS:
            self.assertEqual(run(command, "@" + self.write("arguments", "--help")).out, run(command, "--help").out)


class Dashes(CliCase):
    def test_what_follows_two_dashes_is_an_input(self):
        for name in ("--left", "-x", "@us"):
            self.write(name, Path(LEFT).read_text())
            result = run("compare", "--format", "json", "--", name, RIGHT, cwd=self.folder)
            self.assert_done(result)
            self.assertIn(f'"name":"{name}"', result.out)

    def test_a_dash_is_standard_input_and_output(self):
        text = Path(LEFT).read_bytes()
        result = run("compare", "-", RIGHT, "--format", "markdown", "--output", "-", stdin=text)
        self.assert_done(result)
        self.assertEqual(result.out, run("compare", LEFT, RIGHT, "--format", "markdown").out.replace(LEFT, "-"))


class ManPages(CliCase):
    def test_hold_every_option(self):
        for command in COMMANDS:
            page = run("help", "--man", command)
            self.assert_done(page)
            for option in [*options_of(command), "--help"]:
                self.assertIn(f".B {option}".replace("-", "\\-"), page.out)
            self.assertIn(f"rashomon\\-{command} (1)", run("help", "--man").out)

    def test_groff_and_man_find_no_fault(self):
        for arguments in ([], *([command] for command in COMMANDS)):
            page = run("help", "--man", *arguments).out.encode()
            for tool in (["man", "--warnings", "-E", "UTF-8", "-l", "-"], ["groff", "-man", "-ww", "-Tutf8", "-z"],
                         ["mandoc", "-Tlint", "-Wwarning"]):
                if not shutil.which(tool[0]):
                    continue
                done = subprocess.run(tool, input=page, capture_output=True, timeout=60)
                self.assertEqual((done.returncode, done.stderr), (0, b""), (arguments, tool, done.stdout[-300:]))


class Completion(CliCase):
    def complete(self, *words):
        script = self.write("rashomon.bash", run("completion", "bash").out)
        program = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rashomon; '
                   'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", program, "bash", script, "rashomon", *words], capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode().split()

    def test_bash_knows_commands_options_and_values(self):
        self.assertEqual(sorted(self.complete("")), sorted([*COMMANDS, "--help", "--version"]))
        self.assertEqual(self.complete("comp"), ["compare", "completion"])
        self.assertEqual(self.complete("compare", "--max"), ["--max-divergence"])
        self.assertEqual(self.complete("compare", "--format", "j"), ["json"])
        self.assertEqual(self.complete("compare", "--offsets", ""), ["codepoints", "utf16", "utf8"])
        self.assertEqual(self.complete("help", "sp"), ["split"])
        self.assertEqual(self.complete("compare", "fil"), [])  # then bash offers files
        for command in COMMANDS:
            self.assertEqual([one for one in self.complete(command, "--") if one != "--help"], options_of(command))

    def test_the_other_shells_have_every_option(self):
        zsh, fish = run("completion", "zsh").out, run("completion", "fish").out
        for command in COMMANDS:
            self.assertIn(f"-a {command} ", fish)
            for option in options_of(command):
                self.assertIn(f"{option}[", zsh)
                self.assertRegex(fish, rf"from {command}' -l {option[2:]}[ \n]")
        for shell, script in (("zsh", zsh), ("fish", fish)):
            if shutil.which(shell):
                done = subprocess.run([shell, "-n", self.write(shell, script)], capture_output=True, timeout=60)
                self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_an_unknown_shell_is_named(self):
        self.assert_trouble(run("completion", "bsh"), "bsh", "bash")
        self.assert_trouble(run("completion"), "bash, zsh or fish")

    def test_all_are_written_for_a_package(self):
        self.assert_done(run("help", "--share", self.folder))
        self.assertEqual((self.folder / "man/man1/rashomon-compare.1").read_text(), run("help", "--man", "compare").out)
        self.assertEqual((self.folder / "bash-completion/completions/rashomon").read_text(), run("completion", "bash").out)


if __name__ == "__main__":
    unittest.main()
