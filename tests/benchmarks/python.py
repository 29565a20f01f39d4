#!/usr/bin/python3
"""What a call from Python costs beside one of the command line: python.py [CALLS]

Needs PYTHONPATH=build/release/bindings/python (or an installed package). The calls take turns on two files: the program
started anew; rashomon.compare in this process; of that the compiled part alone. Prints, in milliseconds a call, the
median and the least time that passed, and the mean of the processors' time, which a busy machine disturbs least.
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

import rashomon
from rashomon import _engine, _inputs

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVENT = ROOT / "corpora/events/2024-04-02-biden-xi-call"
FILES = EVENT / "left.txt", EVENT / "right.txt"
WHOSE = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
BINARY = os.environ.get("RASHOMON_BINARY", str(ROOT / "build/release/cli/rashomon"))


def program():
    subprocess.run([BINARY, "compare", *FILES, "--format", "json"], stdout=subprocess.DEVNULL, check=True)


def package():
    rashomon.compare(*FILES)


def compiled_part():
    inputs = [_inputs.engine_input(file, "") for file in FILES]
    _engine.compiled.compare(inputs, _engine.knowledge(), [], None, None, [])


def tables():
    rashomon.compare(*FILES).links


def milliseconds(call):
    """Time that passed, and processors' time of this process and those that it started."""
    def used():
        return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, WHOSE))

    start, before = time.perf_counter(), used()
    call()
    return 1000 * (time.perf_counter() - start), 1000 * (used() - before)


def main(calls):
    measured = {"program": program, "rashomon.compare": package, "compiled part alone": compiled_part,
                "compare and .links": tables}
    for call in measured.values():
        call()
    times = {name: [] for name in measured}
    for _ in range(calls):
        for name, call in measured.items():
            times[name].append(milliseconds(call))
    for name, values in times.items():
        passed, used = zip(*values)
        print(f"{name:20} median {statistics.median(passed):7.2f}  least {min(passed):7.2f}  "
              f"processors {statistics.mean(used):7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
