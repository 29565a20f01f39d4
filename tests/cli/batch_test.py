"""`rashomon batch`: a line for a line, in order, whatever happens."""
import fcntl
import json
import os
import pty
import resource
import select
import signal
import subprocess
import time
import unittest
from pathlib import Path

from harness import BINARY, ROOT, CliCase, LEFT, RIGHT, run

ARTICLE = str(ROOT / "corpora/articles/2022-03-18-biden-xi-call.txt")
US = "The two leaders spoke by phone for an hour. The President raised tariffs. They agreed to meet again in May."
CN = "The two heads of state held a telephone conversation. Tariffs harm both sides. Item {} was on the table."


def item(number):
    return {"id": f"call-{number}", "inputs": [{"party": "us", "text": US}, {"party": "cn", "text": CN.format(number)}]}


def lines(items):
    return "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in items)


class BatchCase(CliCase):
    def batch(self, items, *options, status=0):
        result = run("batch", "-", *options, stdin=lines(items).encode())
        self.assertEqual((result.status, result.err), (status, ""), result)
        return [json.loads(line) for line in result.out.splitlines()]


class Lines(BatchCase):
    def test_a_line_answers_every_item_in_order(self):
        out = self.batch([item(3), item(1), {**item(2), "id": 7}])
        self.assertEqual([list(one) for one in out], [["id", "comparison"]] * 3)
        self.assertEqual([one["id"] for one in out], ["call-3", "call-1", 7])
        self.assertEqual(out[0]["comparison"]["format"], "rashomon.comparison/1")

    def test_the_same_bytes_for_any_number_of_jobs(self):
        path = self.write("m.jsonl", lines([item(k) for k in range(20)] + ["{"] + [item(20)]))
        one = run("batch", path, "--jobs", "1")
        self.assertEqual(one.status, 1)
        for jobs in (2, 3, 16):
            self.assertEqual(run("batch", path, "--jobs", jobs).out, one.out)
        self.assertEqual(run("batch", path).out, one.out)

    def test_a_comparison_is_that_of_compare(self):
        options = ["--min-probability", "0.2"]
        (out,) = self.batch([{"id": 1, "inputs": [{"party": "us", "path": LEFT}, {"party": "cn", "path": RIGHT}]}],
                            *options)
        alone = run("compare", LEFT, RIGHT, "--parties", "us,cn", "--format", "json", *options)
        self.assertEqual(out["comparison"], json.loads(alone.out))
        self.assertEqual(list(out["comparison"]), list(json.loads(alone.out)))

    def test_a_text_counts_as_a_file_named_by_item_and_party(self):
        (self.folder / "call-5").mkdir()
        (self.folder / "call-5/us.txt").write_text(US)
        (self.folder / "call-5/2.txt").write_text(CN)
        inputs = [{"party": "us", "text": US}, {"text": CN}]
        (out,) = self.batch([{"id": "call-5", "inputs": inputs}])
        alone = run("compare", "call-5/us.txt", "call-5/2.txt", "--left", "us", "--format", "json", cwd=self.folder)
        expected = json.loads(alone.out)
        expected["engine"]["options"] = {"parties": "us,"}
        self.assertEqual(out["comparison"], expected)

    def test_parties_are_told_from_the_texts_where_the_item_names_none(self):
        (out,) = self.batch([{"id": 1, "inputs": [{"path": LEFT}, {"path": RIGHT}]}])
        self.assertEqual(out["comparison"], json.loads(run("compare", LEFT, RIGHT, "--format", "json").out))

    def test_three_accounts_and_articles(self):
        three = item(1)
        three["inputs"].append({"party": "ru", "text": "They spoke on the phone. Moscow follows the tariffs closely."})
        text = Path(ARTICLE).read_text(encoding="utf-8")
        out = self.batch([three] + [{"id": k, "article": a} for k, a in
                                    enumerate([ARTICLE, {"path": ARTICLE}, {"text": text}])])
        self.assertEqual(len(out[0]["comparison"]["pairs"]), 3)
        expected = json.loads(run("compare", ARTICLE, "--format", "json").out)
        self.assertEqual(out[1]["comparison"], expected)
        self.assertEqual(out[2]["comparison"], expected)
        self.assertEqual(out[3]["comparison"]["links"], expected["links"])

    def test_blank_lines_are_passed_over_but_counted(self):
        out = self.batch(["", item(1), "  ", "{"], status=1)
        self.assertEqual([out[0]["id"], out[1]["line"]], ["call-1", 4])
        self.assertEqual(self.batch(["{"], "--first-line", "101", status=1)[0]["line"], 101)
        self.assertEqual(self.batch([]), [])

    def test_bad_items_are_named_with_their_cure_and_the_batch_goes_on(self):
        good = item(1)["inputs"]
        table = [
            ("{", None, "no valid JSON"),
            ("[]", None, "array"),
            ({"inputs": good}, None, 'no "id"'),
            ({"id": 1.5, "inputs": good}, None, 'wrong "id"'),
            ({"id": "a", "inputs": good, "inputz": 1}, "a", 'unknown key "inputz"; did you mean "inputs"?'),
            ('{"id": "a", "id": "b"}', "b", 'key "id" twice'),
            ({"id": "a"}, "a", 'no "inputs"'),
            ({"id": "a", "inputs": good[:1]}, "a", "fewer than two"),
            ({"id": "a", "inputs": [1, 2]}, "a", "input 1: is a JSON number"),
            ({"id": "a", "inputs": [*good, {"partie": "us", "text": US}]}, "a",
             'input 3: it has the unknown key "partie"; did you mean "party"?'),
            ({"id": "a", "inputs": [good[0], {"party": "CN", "text": CN}]}, "a", "give cn"),
            ({"id": "a", "inputs": [good[0], {"party": "cn"}]}, "a", 'no "text" and no "path"'),
            ({"id": "a", "inputs": [good[0], {"text": CN, "path": LEFT}]}, "a", "both"),
            ({"id": "a", "inputs": [good[0], {"text": 5}]}, "a", 'wrong "text"'),
            ({"id": "a", "inputs": [good[0], {"text": " "}]}, "a", "empty"),
            ({"id": "a", "inputs": [good[0], {"path": "missing.txt"}]}, "a", "missing.txt: no such file"),
            ({"id": "a", "inputs": [good[0], {"path": "-"}]}, "a", "standard input"),
            ({"id": "a", "inputs": good, "article": ARTICLE}, "a", "both"),
            ({"id": "a", "article": "They met.\nThey spoke."}, "a", 'wrong "article"; give {"text"}'),
            ({"id": "a", "article": {"txt": "x"}}, "a", 'unknown key "txt"; did you mean "text"?'),
            ({"id": "a", "article": {"text": "It rained."}}, "a", "no party"),
        ]
        out = self.batch([one for one, _, _ in table] + [item(9)], status=1)
        for k, ((given, name, message), said) in enumerate(zip(table, out)):
            with self.subTest(given=given):
                self.assertEqual(list(said), ["id", "line", "error"])
                self.assertEqual((said["id"], said["line"]), (name, k + 1))
                self.assertIn(message, said["error"])
                self.assertRegex(said["error"], r"^[^\n]+: [^\n]+; [^\n]+$")
        self.assertEqual(out[-1]["id"], "call-9")

    def test_a_line_that_is_not_utf8_fails_alone(self):
        result = run("batch", "-", stdin=b'{"id": "\xff"}\n' + lines([item(1)]).encode())
        self.assertEqual(result.status, 1)
        self.assertIn("not UTF-8", result.out.splitlines()[0])
        self.assertEqual(len(result.out.splitlines()), 2)

    def test_trouble_before_the_work_begins(self):
        path = self.write("m.jsonl", lines([item(1)]))
        self.assert_trouble(run("batch"), "no input")
        self.assert_trouble(run("batch", path, path), "second input")
        self.assert_trouble(run("batch", "missing.jsonl"), "missing.jsonl")
        self.assert_trouble(run("batch", str(self.folder)), "folder")
        self.assert_trouble(run("batch", path, "--jobs", "0"), "--jobs")
        self.assert_trouble(run("batch", path, "--job", "2"), 'did you mean "--jobs"?')
        self.assert_trouble(run("batch", path, "--resume"), "--output")
        self.assert_trouble(run("batch", path, "--output", path), "it is the manifest")
        self.assertEqual(self.folder.joinpath("m.jsonl").read_text(), lines([item(1)]))
        self.write("-m.jsonl", lines([item(1)]))
        self.assertEqual(run("batch", "--", "-m.jsonl", cwd=self.folder).status, 0)


class Output(BatchCase):
    def test_a_full_disk_is_one_clear_line(self):
        with open("/dev/full", "wb") as full:
            result = run("batch", "-", stdin=lines([item(1)]).encode(), stdout=full)
        self.assert_trouble(result, "standard output", "disk is full")
        self.assert_trouble(run("batch", "-", "-o", "/dev/full", stdin=lines([item(1)]).encode()), "disk is full")

    def test_a_file_that_may_grow_no_more_keeps_its_whole_lines(self):
        path = self.write("m.jsonl", lines(item(k) for k in range(20)))
        whole = run("batch", path).out
        target = self.folder / "out.jsonl"
        done = subprocess.run([BINARY, "batch", path, "-o", target], capture_output=True, timeout=60, check=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)))
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"^rashomon: [^\n]*out.jsonl: File too large; [^\n]+\n$")
        kept = target.read_text()
        self.assertTrue(kept and kept.endswith("\n") and whole.startswith(kept) and len(kept) < len(whole))
        self.assert_done(run("batch", path, "-o", target, "--resume"))
        self.assertEqual(target.read_text(), whole)

    def test_a_reader_that_closes_the_pipe_ends_the_run_in_quiet(self):
        path = self.write("m.jsonl", lines(item(k) for k in range(3000)))
        with subprocess.Popen([BINARY, "batch", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
            child.stdout.readline()
            child.stdout.close()
            self.assertEqual(child.stderr.read(), b"")
            self.assertEqual(child.wait(timeout=30), 0)

    def test_the_summary_counts_items_links_and_totals(self):
        items = [item(k) for k in range(5)] + ["{"]
        path = self.write("m.jsonl", lines(items))
        plain = run("batch", path)
        beside = run("batch", path, "--summary")
        self.assertEqual((beside.status, beside.out), (1, plain.out))
        target = self.folder / "out.jsonl"
        table = run("batch", path, "--summary", "-o", target)
        self.assertEqual((table.status, table.out, table.err), (1, beside.err, ""))
        self.assertIn("6 items: 5 compared, 1 failed\n", table.out)
        made = [json.loads(line)["comparison"]["summary"] for line in plain.out.splitlines()[:5]]
        cells = next(line.split() for line in table.out.splitlines() if line.startswith("divergence"))
        self.assertAlmostEqual(float(cells[1]), sum(one["divergence"] for one in made) / 5, delta=0.006)
        self.assertAlmostEqual(float(cells[2]), min(one["divergence"] for one in made), delta=0.006)
        self.assertAlmostEqual(float(cells[6]), max(one["divergence"] for one in made), delta=0.006)
        for relation in ("agree", "diverge"):
            cells = next(line.split() for line in table.out.splitlines() if line.startswith(relation + " "))
            self.assertEqual(int(cells[1]), sum(one["relations"][relation] for one in made))
        again = run("batch", path, "--summary", "-o", target, "--resume")
        self.assertEqual((again.status, again.out), (1, table.out))

    def test_progress_is_for_a_terminal_only(self):
        path = self.write("m.jsonl", lines(item(k) for k in range(300)))
        master, slave = pty.openpty()
        with subprocess.Popen([BINARY, "batch", path], stdout=subprocess.PIPE, stderr=slave) as child:
            os.close(slave)
            child.stdout.read()
            seen = b""
            while select.select([master], [], [], 0)[0]:
                try:
                    seen += os.read(master, 65536)
                except OSError:  # the terminal's other end is closed
                    break
        os.close(master)
        self.assertRegex(seen.decode(), r"^(\r\d+ of 300 items, [\d.]+ a second, \d+:\d\d left\x1b\[K)+\r\x1b\[K$")


class Resume(BatchCase):
    ITEMS = [item(k) for k in range(40)] + ["{", item(40)]

    def setUp(self):
        super().setUp()
        self.manifest = self.write("m.jsonl", lines(self.ITEMS))
        self.target = self.folder / "out.jsonl"

    def resume(self, *options, status=1):
        result = run("batch", self.manifest, "-o", self.target, "--resume", *options)
        self.assertEqual((result.status, result.err), (status, ""), result)

    def test_after_a_kill_at_any_moment_no_line_is_lost_and_none_is_twice(self):
        whole = run("batch", self.manifest).out
        for pause in (0, 0.01, 0.03, 0.06, 0.1):
            self.target.unlink(missing_ok=True)
            with subprocess.Popen([BINARY, "batch", self.manifest, "-o", self.target]) as child:
                time.sleep(pause)
                child.send_signal(signal.SIGKILL)
            self.resume()
            self.assertEqual(self.target.read_text(), whole)

    def test_from_every_kind_of_stop_the_whole_comes_out(self):
        whole = run("batch", self.manifest).out.encode()
        first, second = (len(b"".join(whole.splitlines(True)[:n])) for n in (1, 2))
        for size in (0, 1, first - 1, first, first + 1, second, len(whole) - 1, len(whole)):
            with self.subTest(size=size):
                self.target.write_bytes(whole[:size])
                self.resume()
                self.assertEqual(self.target.read_bytes(), whole)

    def test_a_file_that_is_not_there_yet_is_begun_and_without_resume_all_is_done_anew(self):
        self.resume()
        whole = self.target.read_text()
        self.target.write_text("something else\n")
        self.assertEqual(run("batch", self.manifest, "-o", self.target).status, 1)
        self.assertEqual(self.target.read_text(), whole)

    def test_what_another_run_wrote_is_refused_and_left_alone(self):
        self.resume()
        whole = self.target.read_text()

        def refused(*options, manifest=self.manifest, parts=("no answer to line 1 ", "out.jsonl")):
            self.assert_trouble(run("batch", manifest, "-o", self.target, "--resume", *options), *parts)
            self.assertEqual(self.target.read_text(), whole)

        refused("--min-probability", "0")
        refused(manifest=self.write("ids.jsonl", lines([{**self.ITEMS[0], "id": "other"}] + self.ITEMS[1:])))
        changed = json.loads(json.dumps(self.ITEMS[0]).replace("tariffs", "taxes"))
        refused(manifest=self.write("texts.jsonl", lines([changed] + self.ITEMS[1:])))
        refused(manifest=self.write("short.jsonl", lines(self.ITEMS[:5])), parts=("more answers than",))
        self.target.write_text(whole := "unrelated\n" + whole)
        refused()

    def test_two_runs_do_not_write_one_file(self):
        with open(self.target, "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            self.assert_trouble(run("batch", self.manifest, "-o", self.target), "another run")


if __name__ == "__main__":
    unittest.main()
