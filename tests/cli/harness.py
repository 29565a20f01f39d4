"""Runs the real binary. Standard library only."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BINARY = os.environ["RASHOMON_BINARY"]
ROOT = Path(__file__).resolve().parents[2]
EVENT = ROOT / "corpora/events/2024-04-02-biden-xi-call"
LEFT = str(EVENT / "left.txt")
RIGHT = str(EVENT / "right.txt")


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def __repr__(self):
        return f"status {self.status}\nout: {self.out[:400]!r}\nerr: {self.err!r}"


def run(*arguments, stdin=b"", env=None, stdout=subprocess.PIPE, cwd=None):
    """One call, with an environment in which nothing but `env` tells how to print."""
    clean = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "TERM")}
    done = subprocess.run([BINARY, *map(str, arguments)], input=stdin, stdout=stdout, stderr=subprocess.PIPE,
                          env={**clean, **(env or {})}, cwd=cwd, timeout=60)
    return Result(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


class CliCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def assert_trouble(self, result, *parts):
        """Exit 2, nothing on standard output, one line on standard error: place, problem; cure."""
        self.assertEqual(result.status, 2, result)
        self.assertEqual(result.out, "", result)
        self.assertEqual(result.err.count("\n"), 1, result)
        self.assertRegex(result.err, r"^rashomon: [^\n]+: [^\n]+; [^\n]+\n$")
        for part in parts:
            self.assertIn(part, result.err)

    def assert_done(self, result, warnings=0):
        self.assertEqual(result.status, 0, result)
        lines = result.err.splitlines()
        self.assertEqual(len(lines), warnings, result)
        for line in lines:
            self.assertTrue(line.startswith("rashomon: warning: "), result)
