"""What the tests of the Python package share. PYTHONPATH names the package, RASHOMON_BINARY the program."""
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ["RASHOMON_BINARY"]
EVENT = ROOT / "corpora/events/2024-04-02-biden-xi-call"
LEFT, RIGHT = EVENT / "left.txt", EVENT / "right.txt"
ARTICLE = ROOT / "corpora/articles/2022-03-18-biden-xi-call.txt"


def printed(*arguments):
    """What the program prints, with its warnings and complaints as lines."""
    done = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, check=False, timeout=60)
    return done.stdout, done.stderr.decode().splitlines()


@pytest.fixture(scope="session")
def comparison():
    import rashomon

    return rashomon.compare(LEFT, RIGHT, left="us", right="cn")
