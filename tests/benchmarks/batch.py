#!/usr/bin/python3
"""`rashomon batch` over thousands of comparisons of real texts: items a second, peak memory, kills survived.

    batch.py BINARY READOUTS.jsonl [ITEMS ...]

READOUTS.jsonl: texts with `date` and `title`. Each is compared with the next one of the same counterpart and of the same
date, then with the ones after these, until there are as many items as wanted. Exit status 1 where bytes differ.
"""
import collections
import contextlib
import filecmp
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
KILLS = 20


def counterpart(readout):
    """The last name of the title: "... Call with Prime Minister Netanyahu of Israel" -> Israel."""
    names = re.findall(r"[A-Z][\w’'-]+", readout["title"])
    return names[-1] if names else None


def neighbours(readouts):
    """Pairs (i, j), i before j, of the same counterpart or the same date: the next ones first."""
    groups = collections.defaultdict(list)
    for number, readout in enumerate(readouts):
        groups["with", counterpart(readout)].append(number)
        groups["date", readout["date"]].append(number)
    for step in range(1, len(readouts)):
        for number, readout in enumerate(readouts):
            for key in (("with", counterpart(readout)), ("date", readout["date"])):
                others = groups[key]
                place = others.index(number) + step
                if key[1] and place < len(others):
                    yield number, others[place]


def write_manifest(path, source, size):
    with open(source, encoding="utf-8") as file:
        readouts = [json.loads(line) for line in file]
    seen = set()
    with open(path, "w", encoding="utf-8") as file:
        for left, right in neighbours(readouts):
            if len(seen) == size:
                return
            if (left, right) in seen:
                continue
            seen.add((left, right))
            inputs = [{"party": party, "text": readouts[k]["text"]} for party, k in (("us", left), ("them", right))]
            file.write(json.dumps({"id": f"{left}-{right}", "inputs": inputs}) + "\n")
    sys.exit(f"only {len(seen)} pairs to be had")


def apart(task, *arguments):
    """Runs it in a process of its own: what this one holds counts in the peak memory of those that it starts."""
    child = os.fork()
    if child == 0:
        task(*arguments)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("no manifest")


def measured(command, environment=None):
    """Seconds, seconds of computing and peak memory in MB of a whole process."""
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], [str(part) for part in command], environment or os.environ)
    _, status, used = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}: failed")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def told(name, items, figures):
    wall, computing, megabytes = figures
    print(f"{name:34} {items:6} items  {items / wall:7.1f} a second  {1000 * computing / items:6.1f} ms of computing each"
          f"  {megabytes:7.1f} MB", flush=True)


def computing(process):
    """Seconds of computing until now, with those of the processes that it started and that ended."""
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as file:
        times = file.read().rpartition(")")[2].split()[11:15]
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def dask(folder, workers):
    """The scheduler file of a cluster with so many workers of one thread, and its processes, the scheduler's first."""
    file = folder / "scheduler.json"
    common = [sys.executable, "-m"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    started = [subprocess.Popen([*common, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
                                 "--no-dashboard", "--scheduler-file", file], **quiet)]
    started += [subprocess.Popen([*common, "distributed.cli.dask_worker", "--scheduler-file", file, "--nthreads", "1",
                                  "--no-nanny", "--no-dashboard", "--local-directory", folder / f"w{k}"], **quiet)
                for k in range(workers)]
    try:
        while not file.exists() or not file.stat().st_size:
            time.sleep(0.1)
        yield file, started
    finally:
        for child in started:
            child.kill()
            child.wait()
        file.unlink()


def killed_and_resumed(command, expected, target, seconds):
    """Kills the run so many times at random moments, resumes it, and compares."""
    chance = random.Random(17)
    target.unlink(missing_ok=True)
    for _ in range(KILLS):
        child = subprocess.Popen([*command, "-o", target, "--resume"])
        time.sleep(chance.uniform(0, 2 * seconds / KILLS))
        child.send_signal(signal.SIGKILL)
        child.wait()
    subprocess.run([*command, "-o", target, "--resume"], check=True)
    return filecmp.cmp(target, expected, shallow=False)


def main():
    binary, readouts = os.path.abspath(sys.argv[1]), sys.argv[2]
    sizes = [int(size) for size in sys.argv[3:]] or [1000, 5000]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "bindings/python")}
    same = True
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out, other = folder / "out.jsonl", folder / "other.jsonl"
        for size in sizes:
            manifest = folder / f"{size}.jsonl"
            apart(write_manifest, manifest, readouts, size)
            all_cores = measured([binary, "batch", manifest, "-o", out])
            told(f"batch, {len(os.sched_getaffinity(0))} cores", size, all_cores)
            told("batch, one core", size, measured(["taskset", "-c", "0", binary, "batch", manifest, "-o", other]))
            same &= filecmp.cmp(out, other, shallow=False)
            for workers in (1, 2):
                with dask(folder, workers) as (scheduler, processes):
                    time.sleep(10)  # they have started
                    before = [computing(process) for process in processes]
                    told(f"Dask, workers: {workers} (client's figures)", size, measured(
                        [sys.executable, "-m", "rashomon.cluster", scheduler, manifest, "-o", other,
                         "--binary", binary, "--builtin-frequencies"], environment))
                    after = [computing(process) - old for process, old in zip(processes, before)]
                    print(f"  computing each: scheduler {1000 * after[0] / size:.1f} ms, "
                          f"workers {1000 * sum(after[1:]) / size:.1f} ms", flush=True)
                same &= filecmp.cmp(out, other, shallow=False)
        table, part = folder / "all.df", folder / "part.df"
        told("frequencies", size, measured([binary, "frequencies", manifest, "-o", table]))
        told("frequencies --merge of one table", size, measured([binary, "frequencies", "--merge", table, "-o", part]))
        print(f"table {table.stat().st_size / 1e6:.1f} MB, manifest {manifest.stat().st_size / 1e6:.1f} MB, "
              f"answers {out.stat().st_size / 1e6:.1f} MB")
        same &= killed_and_resumed([binary, "batch", manifest], out, other, all_cores[0])
    print("the same bytes everywhere, and after", KILLS, "kills" if same else "kills: NO")
    sys.exit(0 if same else 1)


main()
