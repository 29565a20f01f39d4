#!/usr/bin/env python3
"""The scripts that people run, in made-up trees with stand-ins for cmake, ninja and apt-get that record their calls."""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent

CMAKE = """
mkdir -p build/release
echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/release/CMakeCache.txt
touch build/release/build.ninja
"""
# Takes a moment, and reads what is on its standard input, as a careless tool would.
NINJA = """
sleep 0.2
cat
if grep --quiet fault engine/source.cpp; then echo "source.cpp: fault"; exit 1; fi
mkdir -p build/release/cli
cat >build/release/cli/rashomon <<'END'
#!/bin/sh
echo "version $(cat "$(dirname "$0")/version") in $PWD:" "$@"
cat
exit 3
END
cp engine/source.cpp build/release/cli/version
chmod +x build/release/cli/rashomon
"""
# Knows the packages of the file `installed`.
DPKG_QUERY = """
for package; do :; done
grep --quiet --line-regexp -e "$package" "$STAND_INS/installed" && echo installed
"""
APT_GET = """
case " $* " in *" install "*) for package; do echo "$package" >>"$STAND_INS/installed"; done ;; esac
echo "a line of apt-get"
"""


class Tree(unittest.TestCase):
    """A source tree in a folder with a space in its name."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rashomon scripts "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.root = self.folder / "the tree"
        for name in ("cmake", "engine", "cli", "corpora/lexicons", "corpora/models", "corpora/background"):
            (self.root / name).mkdir(parents=True)
        for name in ("CMakeLists.txt", "CMakePresets.json"):
            (self.root / name).touch()
        self.write_source("1")
        shutil.copytree(ROOT / "scripts", self.root / "scripts")
        self.stand_ins = self.folder / "stand-ins"
        self.stand_ins.mkdir()
        for name, body in {"cmake": CMAKE, "ninja": NINJA, "dpkg-query": DPKG_QUERY, "apt-get": APT_GET}.items():
            self.stand_in(name, body)
        self.install("g++ cmake ninja-build ccache pkg-config libeigen3-dev nlohmann-json3-dev libicu-dev "
                     "libboost-program-options-dev libgumbo-dev libuchardet-dev libstemmer-dev libmd-dev libsqlite3-dev")

    def stand_in(self, name, body):
        path = self.stand_ins / name
        path.write_text(f'#!/bin/sh\necho {name} "$@" >>"$STAND_INS/calls"\n{body}')
        path.chmod(0o755)

    def install(self, packages):
        (self.stand_ins / "installed").write_text("\n".join(packages.split()) + "\n")

    def write_source(self, text):
        (self.root / "engine/source.cpp").write_text(text)

    def start(self, script, *arguments, cwd=None, stdin=""):
        path = f"{self.stand_ins}:{os.environ['PATH']}"
        process = subprocess.Popen(
            [script, *arguments],
            cwd=cwd or self.folder,
            env={**os.environ, "PATH": path, "STAND_INS": str(self.stand_ins)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        process.stdin.write(stdin)
        process.stdin.close()
        process.stdin = None
        return process

    def call(self, *arguments, script="rashomon", **more):
        process = self.start(self.root / "scripts" / script, *arguments, **more)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def calls(self):
        """Names of the tools called since the last time."""
        path = self.stand_ins / "calls"
        names = [line.split()[0] for line in path.read_text().splitlines()] if path.exists() else []
        path.unlink(missing_ok=True)
        return [name for name in names if name != "dpkg-query"]


class Rashomon(Tree):
    def test_builds_on_first_use_and_hands_everything_on(self):
        status, out, err = self.call("compare", "a b", "--x=*", stdin="an input\n")
        self.assertEqual(out, f"version 1 in {self.folder}: compare a b --x=*\nan input\n")
        self.assertEqual(status, 3)
        self.assertIn("building", err)
        self.assertEqual(self.calls(), ["cmake", "ninja"])

    def test_later_calls_build_nothing_and_say_nothing(self):
        self.call()
        self.calls()
        self.assertEqual(self.call("help")[1:], (f"version 1 in {self.folder}: help\n", ""))
        self.assertEqual(self.calls(), [])

    def test_builds_again_where_sources_changed(self):
        self.call()
        self.calls()
        self.write_source("2")
        self.assertIn("version 2", self.call()[1])
        self.assertEqual(self.calls(), ["ninja"])
        for change in (
            lambda: (self.root / "corpora/models/new.json").touch(),
            lambda: (self.root / "corpora/models/new.json").unlink(),
            lambda: (self.root / "CMakeLists.txt").touch(),
        ):
            change()
            self.call()
            self.assertEqual(self.calls(), ["ninja"])

    def test_a_failed_build_tells_why_and_exits_2_until_it_is_mended(self):
        self.call()
        self.write_source("fault")
        for _ in range(2):
            status, out, err = self.call("compare")
            self.assertEqual((status, out), (2, ""))
            self.assertIn("source.cpp: fault", err)
            self.assertIn("the build failed", err)
        self.write_source("3")
        self.assertIn("version 3", self.call()[1])

    def test_configures_anew_where_the_tree_was_moved(self):
        self.call()
        self.calls()
        self.root = self.root.rename(self.folder / "another place")
        self.call()
        self.assertEqual(self.calls(), [])
        self.write_source("4")
        self.assertIn("version 4", self.call()[1])
        self.assertEqual(self.calls(), ["cmake", "ninja"])

    def test_two_at_once_build_once(self):
        script = self.root / "scripts/rashomon"
        started = [self.start(script, str(k)) for k in range(4)]
        outs = [process.communicate(timeout=60)[0] for process in started]
        self.assertEqual(outs, [f"version 1 in {self.folder}: {k}\n" for k in range(4)])
        self.assertEqual(self.calls(), ["cmake", "ninja"])

    def test_prints_the_path_of_the_program(self):
        self.assertEqual(self.call("--print-binary")[:2], (0, f"{self.root}/build/release/cli/rashomon\n"))

    def test_works_through_a_symbolic_link_from_any_folder(self):
        link = self.folder / "linked"
        link.symlink_to(self.root / "scripts/rashomon")
        chain = self.stand_ins / "rashomon"
        chain.symlink_to(pathlib.Path("../linked"))
        out = self.start(chain, "x", cwd="/").communicate(timeout=60)[0]
        self.assertEqual(out, "version 1 in /: x\n")


class Setup(Tree):
    def test_does_nothing_where_all_is_there(self):
        self.assertEqual(self.call(script="setup"), (0, "", ""))
        self.assertEqual(self.calls(), [])

    def test_installs_what_is_missing_and_says_so(self):
        self.install("g++ cmake ninja-build ccache pkg-config")
        self.stand_in("sudo", 'exec "$@"\n')
        status, out, err = self.call(script="setup", stdin="not for apt-get")
        self.assertEqual((status, out), (0, ""))
        self.assertIn("installing libeigen3-dev nlohmann-json3-dev", err)
        self.assertEqual([name for name in self.calls() if name != "sudo"], ["apt-get", "apt-get"])
        self.assertEqual(self.call(script="setup"), (0, "", ""))

    def test_options_ask_for_more(self):
        for option, package in (("--python", "pybind11-dev"), ("--test", "doctest-dev"), ("--train", "python3-sklearn")):
            self.stand_in("sudo", 'exec "$@"\n')
            self.assertIn(package, self.call(option, script="setup")[2])
        status, _, err = self.call("--everything", script="setup")
        self.assertEqual(status, 2)
        self.assertIn("--everything", err)

    def test_a_failed_installation_exits_2_and_builds_nothing(self):
        self.install("g++")
        self.stand_in("sudo", 'exec "$@"\n')
        self.stand_in("apt-get", "echo no network >&2; exit 100\n")
        status, out, err = self.call("compare")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("no network", err)
        self.assertNotIn("cmake", self.calls())


class Test(Tree):
    def test_refuses_a_part_that_does_not_exist(self):
        status, _, err = self.call("unti", script="test")
        self.assertEqual(status, 2)
        self.assertIn("no part 'unti'; there are: format", err)


@unittest.skipUnless(importlib.util.find_spec("sklearn"), "needs python3-sklearn: scripts/setup --train")
class Train(unittest.TestCase):
    def test_refits_the_shipped_model_from_the_matrix_beside_it_to_the_byte(self):
        with tempfile.TemporaryDirectory(prefix="rashomon train ") as folder:
            model = pathlib.Path(folder, "default.json")
            matrix = ROOT / "corpora/models/default.matrix.xz"
            subprocess.run([ROOT / "scripts/train", "--from", matrix, "-o", model], check=True)
            self.assertEqual(model.read_bytes(), (ROOT / "corpora/models/default.json").read_bytes())


@unittest.skipUnless(importlib.util.find_spec("sklearn"), "needs python3-sklearn: scripts/setup --train")
class TrainOnPairs(unittest.TestCase):
    TOPICS = ["tariffs", "fentanyl", "the ceasefire", "fishing", "visas", "steel"]

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rashomon pairs "))
        self.addCleanup(shutil.rmtree, self.folder)

    def pairs(self, groups, more=lambda same: {}):
        lines = [
            {"id": f"{group}{a}{b}", "group": group, "left": f"In the {group} talks they spoke of {a}.",
             "right": f"Of {b} the {group} side said much.", "link": a == b, **more(a == b)}
            for group in groups for a in self.TOPICS for b in self.TOPICS
        ]
        path = self.folder / "pairs.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return path

    def train(self, pairs):
        model = self.folder / "mine.json"
        done = subprocess.run([ROOT / "scripts/train", "--pairs", pairs, "-o", model], capture_output=True, text=True)
        return done, model

    def probabilities(self, lines, model):
        done = subprocess.run([os.environ["RASHOMON_BINARY"], "pairs", "-", "--model", model], input="\n".join(lines),
                              capture_output=True, text=True, check=True)
        return [json.loads(line)["probability"] for line in done.stdout.splitlines()]

    def test_learns_the_links_and_keeps_the_default_judgement(self):
        pairs = self.pairs(["first", "second", "third"])
        done, model = self.train(pairs)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        learned = json.loads(model.read_text())
        default = json.loads((ROOT / "corpora/models/default.json").read_text())
        self.assertEqual(learned["name"], "mine")
        self.assertEqual([row["event"] for row in learned["trained_on"]], ["first", "second", "third"])
        self.assertEqual(learned["judgement"], default["judgement"])
        self.assertEqual(learned["pairs"]["full"], default["pairs"]["full"])
        first = model.read_bytes()
        self.assertEqual(self.train(pairs)[1].read_bytes(), first)

        lines = pairs.read_text().splitlines()
        linked = [json.loads(line)["link"] for line in lines]
        chances = self.probabilities(lines, model)
        self.assertGreater(min(p for p, y in zip(chances, linked) if y), max(p for p, y in zip(chances, linked) if not y))
        for p, q in zip(chances, reversed(self.probabilities(lines[::-1], model))):
            self.assertAlmostEqual(p, q, places=9)  # the order of lines tells nothing

    def test_learns_relations_and_strength_where_they_are_told(self):
        def relation(same):
            return {"link": "full", "relation": "diverge", "score": -0.9} if same else {}

        done, model = self.train(self.pairs(["first", "second"], relation))
        self.assertEqual(done.returncode, 0, done.stderr)
        default = json.loads((ROOT / "corpora/models/default.json").read_text())
        self.assertNotEqual(json.loads(model.read_text())["judgement"], default["judgement"])

    def test_refuses_what_nothing_can_be_learned_from(self):
        for pairs, part in ((self.pairs(["alone"]), "two or more"),
                            (self.folder / "missing.jsonl", "missing.jsonl")):
            done, model = self.train(pairs)
            self.assertEqual(done.returncode, 2)
            self.assertIn(part, done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1)
            self.assertFalse(model.exists())


@unittest.skipUnless(importlib.util.find_spec("sklearn"), "needs python3-sklearn: scripts/setup --train")
class TrainOnEmbeddings(unittest.TestCase):
    """One-hot rows: a right statement points to the left ones that it is linked to."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rashomon embeddings "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.model = self.folder / "mine.json"
        for event in sorted((ROOT / "corpora/events").glob("*/links.tsv"))[:3]:
            shutil.copytree(event.parent, self.folder / "gold" / event.parent.name)
            self.embed(event.parent)

    def rows_of(self, sentences):
        """The row of every sentence; one without a word, such as 2., has none."""
        lines = [line.split("\t") for line in sentences.read_text().splitlines()]
        return {line[0]: row for row, line in enumerate(line for line in lines if any(c.isalpha() for c in line[3]))}

    def embed(self, event):
        import numpy
        lefts, rights = (self.rows_of(event / f"{side}.sentences.tsv") for side in ("left", "right"))
        left = numpy.eye(len(lefts), len(lefts) + len(rights))
        right = numpy.eye(len(rights), len(lefts) + len(rights), k=len(lefts)) * 0.1
        for line in (event / "links.tsv").read_text().splitlines()[1:]:
            i, j, strength = line.split("\t")[:3]
            if strength in ("part", "full"):
                right[rights[j], lefts[i]] = 1
        folder = self.folder / "vectors" / event.name
        folder.mkdir(parents=True)
        numpy.save(folder / "left.npy", left)
        numpy.save(folder / "right.npy", right)

    def train(self, *more):
        return subprocess.run([ROOT / "scripts/train", "--gold", self.folder / "gold", "-o", self.model, *more], capture_output=True, text=True)

    def test_embeddings_that_know_the_links_get_a_great_weight(self):
        done = self.train("--embeddings", self.folder / "vectors")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        default = json.loads((ROOT / "corpora/models/default.json").read_text())
        self.assertGreater(json.loads(self.model.read_text())["pairs"]["outside"]["weight"],
                           10 * default["pairs"]["outside"]["weight"])

    def test_refuses_rows_that_are_not_the_statements(self):
        import numpy
        file = next((self.folder / "vectors").glob("*/right.npy"))
        for change, part in ((lambda: numpy.save(file, numpy.ones((2, 3))), "(2, 3)"), (lambda: file.write_bytes(b"x"), "no embeddings"),
                             (file.unlink, "right.npy")):
            change()
            done = self.train("--embeddings", self.folder / "vectors")
            self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1), done.stderr)
            self.assertIn(part, done.stderr)
        self.assertFalse(self.model.exists())


class Real(unittest.TestCase):
    def test_scripts_are_clean(self):
        scripts = [*(ROOT / "scripts").iterdir(), ROOT / ".ci/run", ROOT / "tests/install/run", ROOT / "tests/page/run"]
        shell = [path for path in scripts if path.is_file() and b"bash" in path.read_bytes().split(b"\n")[0]]
        self.assertGreaterEqual(len(shell), 5)
        subprocess.run(["shellcheck", *shell], check=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
