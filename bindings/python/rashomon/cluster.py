"""Runs `rashomon batch` on a Dask cluster: python -m rashomon.cluster SCHEDULER MANIFEST... [options]

The manifests are cut into shards. The workers count in how many sentences of all items each stem stands (`rashomon
frequencies`), the counts are added up exactly, and with these the workers compare the items (`rashomon batch
--frequencies`). What comes out is, to the byte, what one machine writes. Needs Dask distributed here and on the workers;
nothing of this package need be installed there but the program itself.
"""
import argparse
import collections
import contextlib
import hashlib
import json
import logging
import os
import subprocess
import sys
import tempfile
import warnings

from distributed import Client, KilledWorker

COUNTING = ("lexicon", "encoding")  # options that decide what is counted
COMPARING = (*COUNTING, "model", "vectors", "min-probability")
FAN_IN = 16  # tables that one task adds up
AHEAD = 4    # shards in hand for every thread of the workers

Program = collections.namedtuple("Program", "path folder")  # the program, and where the manifests' paths begin
Shard = collections.namedtuple("Shard", "first lines")      # number of its first line; lines as bytes


class Trouble(Exception):
    """What is wrong, where, and the cure, in one line."""


# What the workers run. Each stands for itself: Dask sends them by value.

def call(program, arguments, given=b""):
    """Exit status (0 or 1) and standard output of one call of the program."""
    folder = program.folder if os.path.isdir(program.folder) else None
    done = subprocess.run([program.path, *arguments], input=given, capture_output=True, cwd=folder, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode(errors="replace").strip() or f"{program.path} ended by {done.returncode}")
    return done.returncode, done.stdout


def version_of(program):
    return json.loads(call(program, ["version", "--json"])[1])


def count(program, options, lines):
    """The table of the items' frequencies."""
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "counts.df")
        call(program, ["frequencies", "-", "--manifest", "--output", table, *options], lines)
        with open(table, "rb") as file:
            return file.read()


def merge(program, *tables):
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, f"{k}.df") for k in range(len(tables))]
        for name, table in zip(names, tables):
            with open(name, "wb") as file:
                file.write(table)
        call(program, ["frequencies", "--merge", *names, "--output", names[0]])
        with open(names[0], "rb") as file:
            return file.read()


def compare(program, options, table, shard):
    """Exit status and lines of a batch over the shard. `table`: None for the built-in frequencies."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["batch", "-", "--jobs", "1", "--first-line", str(shard.first), *options]
        if table is not None:
            name = os.path.join(folder, "all.df")
            with open(name, "wb") as file:
                file.write(table)
            arguments += ["--frequencies", name]
        return call(program, arguments, shard.lines)


def itself(value):
    return value


# What runs here.

def shards(manifest, size):
    """The manifest in pieces of so many lines."""
    with open(manifest, "rb") as file:
        first, lines = 1, []
        for line in file:
            lines.append(line)
            if len(lines) == size:
                yield Shard(first, b"".join(lines))
                first, lines = first + size, []
        if lines:
            yield Shard(first, b"".join(lines))


def distinct_lines(manifests, size):
    """The lines of all manifests, each once, in pieces of so many: a line counts once wherever it stands."""
    seen, lines = set(), []
    for manifest in manifests:
        with open(manifest, "rb") as file:
            for line in file:
                line = line.rstrip(b"\n")
                key = hashlib.sha256(line).digest()
                if not line.strip() or key in seen:
                    continue
                seen.add(key)
                lines.append(line + b"\n")
                if len(lines) == size:
                    yield b"".join(lines)
                    lines = []
    if lines:
        yield b"".join(lines)


class Cluster:
    """Submits tasks that are tried again, on another worker where theirs was lost."""

    def __init__(self, client, retries):
        self.client, self.retries = client, retries

    def submit(self, task, *arguments):
        return self.client.submit(task, *arguments, retries=self.retries, pure=False)

    def result(self, future):
        for _ in range(self.retries):
            with contextlib.suppress(KilledWorker):
                return future.result()
            future.retry()
        return future.result()

    def in_order(self, inputs, task, *arguments):
        """task(*arguments, input) of each input in order, with a bounded number in hand."""
        most = AHEAD * max(1, sum(self.client.nthreads().values()))
        pending = collections.deque()
        for one in inputs:
            pending.append(self.submit(task, *arguments, one))
            if len(pending) > most:
                yield self.result(pending.popleft())
        while pending:
            yield self.result(pending.popleft())


def one_version(client, program):
    """Refuses workers that would not give the same bytes."""
    found = client.run(version_of, program)
    versions = {json.dumps(version, sort_keys=True): worker for worker, version in found.items()}
    if len(versions) > 1:
        raise Trouble(f"workers {' and '.join(versions.values())}: they run different versions of {program.path}; "
                      "install one on all")


def global_frequencies(cluster, program, options, manifests, size):
    """The table of all items' frequencies, added up in a tree."""
    tables = [cluster.submit(count, program, options, lines) for lines in distinct_lines(manifests, size)]
    if not tables:
        raise Trouble(f"{manifests[0]}: it holds no item; write one a line")
    while len(tables) > 1:
        tables = [cluster.submit(merge, program, *tables[k:k + FAN_IN]) for k in range(0, len(tables), FAN_IN)]
    return cluster.result(tables[0])


def compare_all(cluster, program, options, table, manifests, size, write):
    """Writes the lines of every manifest in order. Returns the exit status of a batch."""
    kept = cluster.submit(itself, table)
    status = 0
    pieces = (shard for manifest in manifests for shard in shards(manifest, size))
    for failed, lines in cluster.in_order(pieces, compare, program, options, kept):
        status = max(status, failed)
        write(lines)
    return status


@contextlib.contextmanager
def output(path):
    """A function that writes bytes: to standard output, or beside the file, which then takes its place."""
    if path is None:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
        return
    folder, name = os.path.split(os.path.abspath(path))
    with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{name}.", delete=False) as file:
        try:
            yield file.write
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, 0o666 & ~UMASK)
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


UMASK = os.umask(0)
os.umask(UMASK)


def connect(scheduler):
    try:
        if os.path.isfile(scheduler):
            return Client(scheduler_file=scheduler)
        return Client(scheduler)
    except (OSError, ValueError) as error:
        raise Trouble(f"{scheduler}: no scheduler answers ({error}); give its address or its scheduler file") from error


def options_of(given, names):
    values = []
    for name in names:
        value = getattr(given, name.replace("-", "_"))
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                values += ["--" + name, one]
    return values


def run(given):
    for manifest in given.manifests:
        if not os.path.isfile(manifest):
            raise Trouble(f"{manifest}: no such file; check the path (a manifest is read twice)")
    program = Program(given.binary, os.getcwd())
    with connect(given.scheduler) as client:
        client.wait_for_workers(1, timeout=given.patience)
        one_version(client, program)
        cluster = Cluster(client, given.retries)
        table = None
        if given.frequencies:
            with open(given.frequencies, "rb") as file:
                table = file.read()
        elif not given.builtin_frequencies:
            table = global_frequencies(cluster, program, options_of(given, COUNTING), given.manifests, given.lines)
        if given.keep_frequencies and table is not None:
            with output(given.keep_frequencies) as write:
                write(table)
        with output(given.output) as write:
            return compare_all(cluster, program, options_of(given, COMPARING), table, given.manifests, given.lines, write)


def parser():
    out = argparse.ArgumentParser(prog="python -m rashomon.cluster", description=__doc__.splitlines()[0])
    out.add_argument("scheduler", metavar="SCHEDULER", help="address of a Dask scheduler, or its scheduler file")
    out.add_argument("manifests", metavar="MANIFEST", nargs="+", help="as 'rashomon batch' reads them")
    out.add_argument("-o", "--output", metavar="FILE", help="write there, whole or not at all")
    out.add_argument("--binary", metavar="PATH", default="rashomon", help="the program on the workers")
    out.add_argument("--lines", metavar="N", type=int, default=100, help="items of a task (default: 100)")
    out.add_argument("--retries", metavar="N", type=int, default=3, help="of a task that fails (default: 3)")
    out.add_argument("--patience", metavar="SECONDS", type=float, default=60, help="to wait for a first worker")
    own = out.add_mutually_exclusive_group()
    own.add_argument("--frequencies", metavar="FILE", help="a table of 'rashomon frequencies'; nothing is counted")
    own.add_argument("--builtin-frequencies", action="store_true", help="those of the program; nothing is counted")
    out.add_argument("--keep-frequencies", metavar="FILE", help="write the table of all items there")
    out.add_argument("--lexicon", metavar="FILE", action="append", help="as of 'rashomon batch'")
    for name in COMPARING[1:]:
        out.add_argument("--" + name, metavar="VALUE", help="as of 'rashomon batch'")
    return out


def main():
    given = parser().parse_args()
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", "Large object")
    try:
        return run(given)
    except Exception as error:  # what a worker raises may be of any kind
        print("rashomon:", " ".join(str(error).split()), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
