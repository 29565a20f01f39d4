"""--pair-scorer: a scorer of the user's joins the pair model. The scorers are small scripts, made here."""
import json
import math
import os
import re
import signal
import subprocess
import sys
import time
import unittest

from embeddings_test import npy
from harness import BINARY, LEFT, RIGHT, ROOT, CliCase, run

SIDES = ("--left", "us", "--right", "cn")
HELLO = '{"protocol": "rashomon.pair-scorer/1", "model": "made up"}'

# Reads batches and answers each as `answer`, a function of a list of pairs, says.
BATCHES = """
import json, os, sys, time
def words(pair):
    a, b = set(pair["left"].split()), set(pair["right"].split())
    return len(a & b) / len(a | b)
def say(id, score):
    print(json.dumps({"id": id, "score": score}), flush=True)
%s
print('%s', flush=True)
batch = []
for line in sys.stdin:
    if line.strip():
        batch.append(json.loads(line))
    else:
        answer(batch)
        batch = []
"""


class PairScorer(CliCase):
    def scorer(self, answer, hello=HELLO):
        path = self.write(f"scorer{len(list(self.folder.iterdir()))}.py", BATCHES % (answer, hello))
        return f"exec {sys.executable} -S '{path}'"

    def plain(self, score="words(p)"):
        return self.scorer(f"def answer(batch):\n    for p in batch: say(p['id'], {score})")

    def compare(self, scorer, *more):
        result = run("compare", LEFT, RIGHT, *SIDES, "--format", "json", "--min-probability", 0, "--pair-scorer", scorer, *more)
        self.assert_done(result)
        return json.loads(result.out)

    def trouble(self, scorer, *parts, more=()):
        self.assert_trouble(run("compare", LEFT, RIGHT, *SIDES, "--pair-scorer", scorer, *more), "option --pair-scorer", *parts)

    # ---- what it says counts

    def test_it_gives_what_embeddings_of_the_same_similarity_give(self):
        """Cosines of one-hot rows are 1 for the one pair that is alike and 0 for all others."""
        first = self.compare(self.plain())
        texts = {s["id"]: s["text"] for s in first["statements"]}
        pair = json.dumps([texts["us:5"], texts["cn:30"]])
        found = self.compare(self.plain(f"float([p['left'], p['right']] == {pair})"))
        sizes = [sum(s["account"] == side for s in first["statements"]) for side in ("us", "cn")]
        width = sum(sizes)
        rows = [[[float(k == at + i) for k in range(width)] for i in range(size)] for at, size in zip((0, sizes[0]), sizes)]
        rows[1][29] = rows[0][4]
        files = [self.write(f"{side}.npy", npy(side_rows)) for side, side_rows in zip(("left", "right"), rows)]
        result = run("compare", LEFT, RIGHT, *SIDES, "--format", "json", "--min-probability", 0, "--embeddings", *files)
        self.assert_done(result)
        self.assertEqual(found["links"], json.loads(result.out)["links"])
        self.assertEqual(found["summary"], json.loads(result.out)["summary"])

    def test_order_scale_and_further_words_do_not_matter(self):
        plain = self.compare(self.plain())["links"]
        for name, answer in {
            "reversed": "def answer(batch):\n    for p in reversed(batch): say(p['id'], words(p))",
            "at once": "def answer(batch):\n    print('\\n'.join(json.dumps({'id': p['id'], 'score': words(p)}) for p in batch), flush=True)",
            "blank lines, further keys": "def answer(batch):\n    for p in batch: print('\\n', json.dumps({'why': [[]], 'id': p['id'], 'score': words(p)}), flush=True)",
            "bit by bit": "def answer(batch):\n    for p in batch:\n        for c in json.dumps({'id': p['id'], 'score': words(p)}) + '\\n': sys.stdout.write(c); sys.stdout.flush()",
            "twice as great": "def answer(batch):\n    for p in batch: say(p['id'], 2 * words(p))",
            "beyond the greatest sums": "def answer(batch):\n    for p in batch: say(p['id'], 2.0 ** 1023 * words(p))",
            "chatty": "def answer(batch):\n    sys.stderr.write('x' * 200000 + '\\n')\n    for p in batch: say(p['id'], words(p))",
        }.items():
            with self.subTest(name):
                self.assertEqual(self.compare(self.scorer(answer))["links"], plain)

    def test_the_model_is_named_in_the_output_and_not_the_command(self):
        self.assertEqual(self.compare(self.plain())["engine"]["options"],
                         {"left": "us", "right": "cn", "min-probability": "0", "pair-scorer": "made up"})

    def test_batches_hold_64_pairs_and_their_ids_never_come_twice(self):
        log = self.folder / "log"
        found = self.compare(self.scorer(
            "def answer(batch):\n"
            f"    open({str(log)!r}, 'a').write(json.dumps([[p['id'], p['left'], p['right']] for p in batch]) + '\\n')\n"
            "    for p in batch: say(p['id'], 0.5)"))
        batches = [json.loads(line) for line in log.read_text().splitlines()]
        sides = [[s["text"] for s in found["statements"] if s["account"] == side] for side in ("us", "cn")]
        self.assertEqual([row[0] for batch in batches for row in batch], list(range(1, len(sides[0]) * len(sides[1]) + 1)))
        self.assertEqual([row[1:] for batch in batches for row in batch], [[a, b] for a in sides[0] for b in sides[1]])
        self.assertEqual({len(batch) for batch in batches[:-1]}, {64})

    def test_explain_asks_once_shows_a_group_and_still_adds_up(self):
        log = self.folder / "log"
        counting = self.scorer(f"def answer(batch):\n    open({str(log)!r}, 'a').write('x' * len(batch))\n    for p in batch: say(p['id'], words(p))")
        result = run("explain", LEFT, RIGHT, *SIDES, "--link", "us:5", "cn:30", "--format", "json", "--pair-scorer", counting)
        self.assert_done(result)
        e = json.loads(result.out)
        self.assertIn("outside", [g["group"] for g in e["groups"]])
        self.assertAlmostEqual(e["base"] + sum(g["contribution"] for g in e["groups"]), e["log_odds"], places=9)
        self.assertAlmostEqual(1 / (1 + math.exp(-e["log_odds"])), e["probability"], places=9)
        self.assertEqual(len(log.read_text()), e["places"]["left"]["among"] * e["places"]["right"]["among"])

    def test_three_accounts_are_scored_pair_by_pair(self):
        third = self.write("third.txt", "The two presidents spoke on Tuesday. They discussed Taiwan and trade at length.")
        result = run("compare", LEFT, RIGHT, third, "--parties", "us,cn,ru", "--format", "json", "--pair-scorer", self.plain())
        self.assert_done(result)
        self.assertEqual(len(json.loads(result.out)["pairs"]), 3)

    def test_batches_and_answers_greater_than_any_pipe_block_neither_side(self):
        def text(word):
            return "\n\n".join("They spoke of " + " ".join(f"{word}{k}" for k in range(n, n + 800)) + "." for n in range(8))
        files = [self.write(f"{side}.txt", text(word)) for side, word in (("left", "peace"), ("right", "trade"))]
        answer = "print(json.dumps({'id': pair['id'], 'score': 1, 'echo': pair['left']}), flush=True)"
        at_once = self.scorer(f"def answer(batch):\n    for pair in batch: {answer}")
        line = self.write("line.py", f"import json, sys\nprint('{HELLO}', flush=True)\nfor line in sys.stdin:\n"
                          f"    if line.strip():\n        pair = json.loads(line)\n        {answer}")
        for scorer in (at_once, f"exec {sys.executable} '{line}'"):
            result = run("compare", *files, *SIDES, "--pair-scorer", scorer)
            self.assertEqual(result.status, 0, result)

    def test_the_example_of_the_documentation_runs(self):
        code = re.search(r"```python\n(.*?)```", (ROOT / "docs/pair-scorer.md").read_text(), re.DOTALL).group(1)
        found = self.compare(f"{sys.executable} '{self.write('example.py', code)}'")
        self.assertEqual(found["engine"]["options"]["pair-scorer"], "words in common")

    # ---- trouble

    def test_a_command_that_cannot_run(self):
        self.trouble("no-such-scorer --fast", "status 127", "no-such-scorer", "not found", "before its hello")
        self.trouble("", "status 0", "before its hello")
        self.trouble("echo whatever", "line 1", "whatever")
        self.trouble("kill -9 $$", "signal 9")

    def test_a_scorer_that_dies_is_named_with_its_last_words(self):
        dying = "def answer(batch):\n    if batch[0]['id'] > 1: raise ValueError('out of cheese')\n    for p in batch: say(p['id'], 1)"
        self.trouble(self.scorer(dying), "status 1", "out of cheese", "before the score of id 65")
        half = "def answer(batch):\n    for p in batch[:-1]: say(p['id'], 1)\n    os._exit(3)"
        self.trouble(self.scorer(half), "status 3", "before the score of id 64")
        self.trouble(self.scorer("def answer(batch): pass") + " < /dev/null", "status 0", "before the score of id 1")
        self.trouble(f"echo '{HELLO}'; exec >&-; sleep 30", "closed its standard output")

    def test_a_scorer_that_takes_too_long(self):
        more = ("--pair-scorer-timeout", 1)
        self.trouble("sleep 300", "its hello within 1 s", "--pair-scorer-timeout", more=more)
        self.trouble("echo loading >&2; sleep 300", "its hello within 1 s", "loading", more=more)
        self.trouble(f"echo '{HELLO}'; sleep 300", "the score of id 1 within 1 s", more=more)
        six = " ".join(f"'{json.dumps({'id': k, 'score': 1})}'" for k in (3, 1, 2, 6, 5, 4, 8))
        self.trouble(f"printf '%s\\n' '{HELLO}' {six}; sleep 300", "the score of id 7 within 1 s", more=more)
        self.trouble(f"echo '{HELLO}'; while :; do echo; done", "the score of id 1 within 1 s", more=more)

    def test_a_hello_that_is_none(self):
        for hello, part in (('{"protocol": "rashomon.pair-scorer/2", "model": "x"}', "rashomon.pair-scorer/2"),
                            ('{"model": "x"}', "no protocol"), ('{"protocol": 1, "model": "x"}', "no protocol"),
                            ('{"protocol": "rashomon.pair-scorer/1"}', "no model"),
                            ('{"protocol": "rashomon.pair-scorer/1", "model": ""}', "no model"),
                            ('[1]', "no JSON object"), ("Loading the model ...", "Loading the model ...")):
            with self.subTest(hello):
                self.trouble(self.scorer("", hello), part, "docs/pair-scorer.md")

    def test_answers_that_are_none(self):
        for answer, *parts in (
                ("print('garbage')", "line 2", "no JSON object: garbage"),
                ("print('[' * 500000)", "no JSON object"),
                ("print('{\"id\":' + '[' * 400000 + ']' * 400000 + '}')", "not asked"),
                ("print('x' * 3000000)", "1 MiB"),
                ("sys.stdout.buffer.write(b'{\"id\": 1, \"score\": \"\\xff\"}\\n')", "no JSON object"),
                ("print('{\"score\": 1}')", "no id"),
                ("say(65, 1)", "not asked"), ("say(0, 1)", "not asked"), ("say(-1, 1)", "not asked"),
                ("say('1', 1)", "not asked"), ("say(1.0, 1)", "not asked"),
                ("say(1, 0.5); say(1, 0.5)", "line 3", "id 1 again"),
                ("print('{\"id\": 1}')", "no score"), ("say(1, '0.5')", "no score"), ("say(1, None)", "no score"),
                ("say(1, True)", "no score"), ("say(1, float('nan'))", "NaN", "finite"),
                ("print('{\"id\": 1, \"score\": 1e999}')", "1e999", "finite")):
            with self.subTest(answer):
                self.trouble(self.scorer(f"def answer(batch):\n    {answer}; sys.stdout.flush(); time.sleep(30)"), *parts)

    def test_an_answer_more_than_was_asked(self):
        twice = "def answer(batch):\n    for p in batch: say(p['id'], 1)\n    time.sleep(0.1)\n    say(batch[0]['id'], 1)"
        self.trouble(self.scorer(twice), "again")
        files = [self.write(f"{side}.txt", f"The {side} side spoke of trade.") for side in ("left", "right")]
        self.assert_trouble(run("compare", *files, "--pair-scorer", self.scorer(twice)), "nothing that is open")

    def test_options_that_exclude_each_other(self):
        self.trouble("true", "--embeddings", more=("--embeddings", "a.npy", "b.npy"))
        self.assert_trouble(run("compare", LEFT, RIGHT, "--pair-scorer-timeout", 5), "--pair-scorer-timeout", "without --pair-scorer")
        self.assert_trouble(run("compare", LEFT, RIGHT, "--pair-scorer", "true", "--pair-scorer-timeout", 0), "--pair-scorer-timeout")
        self.assert_trouble(run("explain", LEFT, RIGHT, *SIDES, "--link", "us:1", "cn:1", "--pair-scorer", "exit 4"), "status 4")

    # ---- nothing stays behind

    def gone(self, file):
        """Whether the process whose id the file holds ends soon (a zombie has ended)."""
        for _ in range(500):
            if file.exists() and file.read_text().strip():
                try:
                    with open(f"/proc/{int(file.read_text())}/stat") as stat:
                        if stat.read().rsplit(")", 1)[1].split()[0] == "Z":
                            return True
                except FileNotFoundError:
                    return True
            time.sleep(0.01)
        return False

    def test_the_scorer_and_what_it_started_end_with_the_call(self):
        for name, scorer, status, *more in (
                ("done", "sleep 300 & echo $! >{0}; " + self.plain(), 0),
                ("deaf to the end of its input", "echo $$ >{0}; " + self.plain().removeprefix("exec ") + "; sleep 300", 0),
                ("late", "sleep 300 & echo $! >{0}; wait", 2, "--pair-scorer-timeout", 0.5),
                ("bad", "sleep 300 & echo $! >{0}; echo nonsense; wait", 2)):
            with self.subTest(name):
                file = self.folder / name
                result = run("compare", LEFT, RIGHT, *SIDES, "--pair-scorer", scorer.format(f"'{file}'"), *more)
                self.assertEqual(result.status, status, result)
                self.assertTrue(self.gone(file))

    def test_a_call_that_is_killed_takes_the_scorer_with_it(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number):
                file = self.folder / str(int(number))
                call = subprocess.Popen([BINARY, "compare", LEFT, RIGHT, *SIDES, "--pair-scorer", f"echo $$ >'{file}'; exec sleep 300"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                while not (file.exists() and file.read_text().strip()):
                    time.sleep(0.01)
                os.kill(call.pid, number)
                call.wait(timeout=30)
                self.assertTrue(self.gone(file))


if __name__ == "__main__":
    unittest.main()
