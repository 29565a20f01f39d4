#!/usr/bin/python3
"""`rashomon compare` on two texts of 20 KB beside scikit-learn on the same sentences: time and peak memory.

    compare.py BINARY [RUNS]

All are whole processes, started in turn, a bare start and one by scripts/rashomon among them; figures are medians. Ratios
to the peer of the same run hold on a busy machine and on another one. Exit status 1 where rashomon is less ahead than it
should be.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEER = pathlib.Path(__file__).with_name("peer.py")
SIZE = 20_000    # bytes of a text
LEAST_FASTER = 4  # by the time of computing, which other processes do not lengthen
LEAST_SMALLER = 1.5


def text_of(side):
    """The side's accounts of all events one after the other, up to SIZE bytes."""
    events = sorted((ROOT / "corpora/events").glob(f"*/{side}.txt"))
    whole = "\n\n".join(event.read_text(encoding="utf-8").strip() for event in events).encode()
    return whole[:whole.rindex(b".", 0, SIZE) + 1].decode() + "\n"


def write_inputs(binary, folder):
    """The texts for rashomon; for the peer their sentences, one a line."""
    texts = [folder / f"{side}.txt" for side in ("left", "right")]
    for path in texts:
        path.write_text(text_of(path.stem), encoding="utf-8")
    report = json.loads(subprocess.run([binary, "compare", *texts, "--format", "json"], check=True,
                                       capture_output=True).stdout)
    lines = [path.with_suffix(".lines") for path in texts]
    for path, account in zip(lines, report["accounts"]):
        sentences = [" ".join(s["text"].split()) for s in report["statements"] if s["account"] == account["id"]]
        path.write_text("\n".join(sentences) + "\n", encoding="utf-8")
        print(f"{path.stem}: {path.with_suffix('.txt').stat().st_size} bytes, {len(sentences)} statements")
    return texts, lines


def run(command):
    """A whole process: seconds from start to end, seconds of computing, peak memory in MB."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(command)}: failed")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    binary = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with tempfile.TemporaryDirectory() as folder:
        texts, lines = write_inputs(binary, pathlib.Path(folder))
        commands = {"rashomon": [binary, "compare", *map(str, texts), "--format", "json"],
                    "scikit-learn": ["/usr/bin/python3", str(PEER), *map(str, lines)],
                    "start alone": [binary, "--version"],
                    "by script": [str(ROOT / "scripts/rashomon"), "--version"]}
        figures = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                figures[name].append(run(command))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
    for name, (wall, computing, megabytes) in medians.items():
        print(f"{name:12}  {wall * 1000:7.1f} ms  ({computing * 1000:6.1f} ms of computing)  {megabytes:6.1f} MB")
    faster, less, smaller = (peer / own for own, peer in zip(medians["rashomon"], medians["scikit-learn"]))
    print(f"rashomon is {faster:.1f} times as fast, computes 1/{less:.1f} as long and takes 1/{smaller:.1f} of the memory")
    sys.exit(0 if less >= LEAST_FASTER and smaller >= LEAST_SMALLER else 1)


main()
