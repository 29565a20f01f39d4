"""The report in README.md is what the program prints: readme_test.py --write renews it."""
import re
import sys
import unittest

from harness import LEFT, RIGHT, ROOT, run

README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- report -->\n```text\n).*?(?=```\n)", re.DOTALL)
SHOWN = ("Facts of the event", "What one side tells", "They oppose", "They tell it differently", "Only China")
CUT = "  [...]\n"


def first_entry(section):
    """The first link or omission, with the blank line after it."""
    lines = section.lstrip("\n").split("\n")
    end = next(k for k, line in enumerate(lines[1:], 1) if not line or line.startswith("-  "))
    return "\n".join(lines[:end]) + "\n"


def excerpt():
    """The head, and the first entry of some sections."""
    report = run("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", "--width", 100).out
    head, *sections = re.split(r"^(?=── )", report, flags=re.MULTILINE)
    parts = [head]
    for section in sections:
        title, rest = section.split("\n", 1)
        if title.removeprefix("── ").startswith(SHOWN):
            parts.append(f"{title}\n\n{first_entry(rest)}{CUT}\n")
    return "".join(parts).rstrip("\n") + "\n"


class Readme(unittest.TestCase):
    maxDiff = None

    def test_shows_a_real_report(self):
        shown = BLOCK.search(README.read_text(encoding="utf-8")).group()
        self.assertEqual(shown, excerpt(), "renew it: RASHOMON_BINARY=$(scripts/rashomon --print-binary) "
                                           "python3 tests/cli/readme_test.py --write")


if __name__ == "__main__":
    if "--write" in sys.argv:
        renewed = BLOCK.sub(lambda _: excerpt(), README.read_text(encoding="utf-8"), count=1)
        README.write_text(renewed, encoding="utf-8")
    else:
        unittest.main()
