#!/usr/bin/python3
"""What a call from Python costs beside one of the command line: python.py [CALLS]

Needs PYTHONPATH=build/release/bindings/python (or an installed package). Prints medians in milliseconds, of calls that
take turns on two files: the program started anew, rashomon.compare in this process, and the part of that which is not
the engine's own.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

import rashomon
from rashomon import _engine, _inputs

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVENT = ROOT / "corpora/events/2024-04-02-biden-xi-call"
FILES = EVENT / "left.txt", EVENT / "right.txt"
BINARY = os.environ.get("RASHOMON_BINARY", str(ROOT / "build/release/cli/rashomon"))


def program():
    subprocess.run([BINARY, "compare", *FILES, "--format", "json"], stdout=subprocess.DEVNULL, check=True)


def package():
    rashomon.compare(*FILES)


def engine_alone():
    inputs = [_inputs.engine_input(file, "") for file in FILES]
    _engine.compiled.compare(inputs, _engine.knowledge(), [], None, None, [])


def tables():
    rashomon.compare(*FILES).links


def milliseconds(call):
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def main(calls):
    measured = {"program": program, "rashomon.compare": package, "the engine alone": engine_alone, "compare and .links": tables}
    for call in measured.values():
        call()
    times = {name: [] for name in measured}
    for _ in range(calls):
        for name, call in measured.items():
            times[name].append(milliseconds(call))
    for name, values in times.items():
        print(f"{name:20} {statistics.median(values):7.2f} ms, least {min(values):7.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
