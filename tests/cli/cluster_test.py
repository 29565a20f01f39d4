"""`python -m rashomon.cluster` on a Dask scheduler with two workers, and scripts/cluster/slurm: the bytes of one machine."""
import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import unittest

from harness import BINARY, ROOT, CliCase, run

US = "The two leaders spoke by phone. The President raised tariffs on item {}. They agreed to meet again in May."
CN = "The two heads of state held a telephone conversation. Tariffs harm both sides. Item {} was on the table."
DASK = importlib.util.find_spec("distributed") is not None
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "bindings/python"), "OMP_NUM_THREADS": "1"}

# What sbatch does, one job after the other: prints a number; SLURM_ARRAY_TASK_ID counts through --array=0-N.
SBATCH = """#!/usr/bin/env bash
array=0-0
while [[ $1 == --* ]]; do
  [[ $1 == --array=* ]] && array=${1#--array=}
  shift
done
for ((task = 0; task <= ${array#0-}; ++task)); do
  SLURM_ARRAY_TASK_ID=$task "$@" >&2 || exit 1
done
echo 1
"""


def items(count):
    return [{"id": k, "inputs": [{"party": "us", "text": US.format(k)}, {"party": "cn", "text": CN.format(k)}]}
            for k in range(count)]


class ClusterCase(CliCase):
    def manifest(self, name, rows):
        return self.write(name, "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows))

    def one_machine(self, *manifests, options=()):
        """Status and bytes of the three steps on one machine."""
        table = self.folder / "one.df"
        self.assertEqual(run("frequencies", *manifests, "-o", table).status, 0)
        done = [run("batch", manifest, "--frequencies", table, *options) for manifest in manifests]
        return max(one.status for one in done), "".join(one.out for one in done)


@unittest.skipUnless(DASK, "Dask distributed is not installed")
class Dask(ClusterCase):
    @contextlib.contextmanager
    def running(self, module, *arguments):
        with subprocess.Popen([sys.executable, "-m", module, *map(str, arguments)], cwd=self.folder, env=ENVIRONMENT,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            try:
                yield child
            finally:
                child.kill()

    @contextlib.contextmanager
    def cluster(self):
        """The scheduler's file and two workers of one thread."""
        with contextlib.ExitStack() as stack:
            scheduler = self.folder / "scheduler.json"
            stack.enter_context(self.running("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
                                             "--no-dashboard", "--scheduler-file", scheduler))
            workers = [stack.enter_context(self.running(
                "distributed.cli.dask_worker", "--scheduler-file", scheduler, "--host", "127.0.0.1", "--nthreads", "1",
                "--no-nanny", "--no-dashboard", "--local-directory", self.folder / f"worker{k}")) for k in range(2)]
            for _ in range(400):
                if scheduler.exists() and scheduler.stat().st_size:
                    break
                time.sleep(0.1)
            yield scheduler, workers

    def start(self, scheduler, *arguments):
        return subprocess.Popen([sys.executable, "-m", "rashomon.cluster", str(scheduler), *map(str, arguments),
                                 "--binary", BINARY], cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def cluster_run(self, scheduler, *arguments):
        with self.start(scheduler, *arguments) as child:
            out, err = child.communicate(timeout=300)
        return child.returncode, out.decode(), err.decode()

    def test_two_workers_give_the_bytes_of_one_machine_also_when_one_is_killed(self):
        first = self.manifest("a.jsonl", [*items(7), "{", "", *items(3)])
        second = self.manifest("b.jsonl", items(15))
        expected = self.one_machine(first, second)
        with self.cluster() as (scheduler, workers):
            target, table = self.folder / "out.jsonl", self.folder / "kept.df"
            status, out, err = self.cluster_run(scheduler, first, second, "--lines", 4, "-o", target,
                                                "--keep-frequencies", table)
            self.assertEqual((status, out, err), (expected[0], "", ""))
            self.assertEqual(target.read_text(), expected[1])
            self.assertEqual(table.read_bytes(), (self.folder / "one.df").read_bytes())

            status, out, err = self.cluster_run(scheduler, second, "--min-probability", "0", "--builtin-frequencies")
            self.assertEqual((status, err), (0, ""))
            self.assertEqual(out, run("batch", second, "--min-probability", "0").out)

            status, out, err = self.cluster_run(scheduler, second, "--model", "missing.json", "--retries", 1)
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, r"^rashomon: [^\n]*missing.json[^\n]*\n$")

            with self.start(scheduler, first, second, "--lines", 1) as child:
                begin = os.read(child.stdout.fileno(), 1)  # the first shard is done
                workers[0].send_signal(signal.SIGKILL)
                out, err = child.communicate(timeout=300)
            self.assertEqual((child.returncode, (begin + out).decode(), err.decode()), (*expected, ""))

    def test_trouble_is_one_line(self):
        path = self.manifest("m.jsonl", items(1))
        for arguments, part in ((("tcp://127.0.0.1:9", "missing.jsonl"), "missing.jsonl: no such file"),
                                (("nowhere", path), "nowhere")):
            status, out, err = self.cluster_run(*arguments)
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, r"^rashomon: [^\n]+\n$")
            self.assertIn(part, err)


class Slurm(ClusterCase):
    def slurm(self, path):
        manifest = self.manifest("m.jsonl", [*items(7), "{", "", *items(3)])
        expected = self.one_machine(manifest, options=["--min-probability", "0.2"])[1]
        done = subprocess.run([ROOT / "scripts/cluster/slurm", manifest, "out.jsonl", "--min-probability", "0.2"],
                              cwd=self.folder, capture_output=True, timeout=300, check=False,
                              env={**os.environ, "PATH": path, "RASHOMON": BINARY, "LINES": "4"})
        self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr)
        self.assertEqual((self.folder / "out.jsonl").read_text(), expected)
        self.assertEqual(list(self.folder.glob("*.slurm-*")), [])

    def test_the_steps_give_the_bytes_of_one_machine(self):
        sbatch = self.folder / "bin/sbatch"
        sbatch.parent.mkdir()
        sbatch.write_text(SBATCH)
        sbatch.chmod(0o755)
        self.slurm(f"{sbatch.parent}:{os.environ['PATH']}")

    @unittest.skipUnless(shutil.which("sinfo") and subprocess.run(["sinfo"], capture_output=True, check=False).returncode
                         == 0, "no Slurm is running")
    def test_the_job_arrays_give_the_bytes_of_one_machine(self):
        self.slurm(os.environ["PATH"])


if __name__ == "__main__":
    unittest.main()
