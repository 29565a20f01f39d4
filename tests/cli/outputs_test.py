"""What other programs read, read by other programs: the data package, the database, annotations, offsets, workflows."""
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema
import pandas

from harness import BINARY, LEFT, RIGHT, ROOT, CliCase, run

SCHEMA = ROOT / "docs/database.sql"
PAGE = ROOT / "docs/outputs.md"


def compare(*arguments, **more):
    return run("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", *arguments, **more)


def text_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def validated(value, schema):
    schema = json.loads((ROOT / f"tests/cli/schemas/{schema}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(value)
    return value


class DataPackage(CliCase):
    def bundle(self, *arguments):
        folder = self.folder / "tables"
        self.assertEqual(run(*arguments, "--format", "csv", "--output", folder).status, 0)
        return folder, validated(json.loads((folder / "datapackage.json").read_text()), "datapackage")

    def test_names_every_table_with_its_hash_and_columns(self):
        folder, package = self.bundle("compare", LEFT, RIGHT)
        self.assertEqual(sorted(os.listdir(folder)), sorted(["datapackage.json", *(one["path"] for one in package["resources"])]))
        for one in package["resources"]:
            content = (folder / one["path"]).read_bytes()
            self.assertEqual(one["bytes"], len(content))
            self.assertEqual(one["hash"], "sha256:" + hashlib.sha256(content).hexdigest())
            header = content.decode().split("\r\n")[0].split(",")
            self.assertEqual(header, [field["name"] for field in one["schema"]["fields"]])

    def test_pandas_reads_the_types_keys_and_references_that_it_states(self):
        types = {"integer": "Int64", "number": "float64", "string": "string", "boolean": "boolean"}
        for inputs in ((LEFT, RIGHT), (LEFT, RIGHT, LEFT)):
            folder, package = self.bundle("compare", *inputs)
            frames = {}
            for one in package["resources"]:
                fields = one["schema"]["fields"]
                frame = pandas.read_csv(folder / one["path"], keep_default_na=False, na_values={
                    field["name"]: [""] for field in fields}, dtype={field["name"]: types[field["type"]] for field in fields})
                for field in fields:
                    if "constraints" in field:
                        self.assertFalse(frame[field["name"]].isna().any(), (one["name"], field["name"]))
                if "primaryKey" in one["schema"]:
                    self.assertFalse(frame.duplicated(one["schema"]["primaryKey"]).any(), one["name"])
                else:
                    self.assertEqual(len(frame), 1)
                for key in one["schema"].get("foreignKeys", []):
                    other = frames[key["reference"]["resource"]]
                    known = set(map(tuple, other[key["reference"]["fields"]].values))
                    rows = frame[key["fields"]].dropna()
                    self.assertLessEqual(set(map(tuple, rows.values)), known, (one["name"], key))
                frames[one["name"]] = frame

    def test_statements_and_accounts_are_corpora_of_doc_id_and_text(self):
        folder, _ = self.bundle("compare", LEFT, RIGHT)
        for name in ("statements", "accounts"):
            frame = pandas.read_csv(folder / f"{name}.csv")
            self.assertEqual(list(frame.columns[:2]), ["doc_id", "text"])  # as quanteda, tidytext and readtext want it
            self.assertTrue(frame["doc_id"].is_unique)
        statements = pandas.read_csv(folder / "statements.csv")
        texts = pandas.read_csv(folder / "accounts.csv").set_index("doc_id")["text"]
        for row in statements.itertuples():
            self.assertEqual(texts[row.account][row.begin:row.end], row.text)

    def test_summary_agrees_with_json(self):
        folder, _ = self.bundle("compare", LEFT, RIGHT)
        summary = json.loads(run("compare", LEFT, RIGHT, "--format", "json").out)["summary"]
        row = pandas.read_csv(folder / "summary.csv", float_precision="round_trip").iloc[0]
        for name in ("divergence", "silence", "narrative", "position", "tension"):
            self.assertEqual(row[name], summary[name])

    @unittest.skipUnless(shutil.which("Rscript"), "R is not here")
    def test_r_reads_it(self):
        folder, _ = self.bundle("compare", LEFT, RIGHT)
        snippet = re.search(r"```r\n(.*?)```", PAGE.read_text(), re.DOTALL).group(1)
        subprocess.run(["Rscript", "-e", snippet], cwd=folder.parent, check=True, timeout=60)


class Offsets(CliCase):
    TEXT = "\U0001F600 The leaders of the \u00e9lys\u00e9e spoke by phone. They agreed to meet \u7ea2\u7ebf in May \U0001F600. A red line is drawn."
    SLICES = {
        "codepoints": lambda text, begin, end: text[begin:end],
        "utf8": lambda text, begin, end: text.encode()[begin:end].decode(),
        "utf16": lambda text, begin, end: text.encode("utf-16-le")[2 * begin:2 * end].decode("utf-16-le"),
    }

    def places(self, value):
        """Every begin and end with the text between, anywhere in a report."""
        if isinstance(value, dict):
            if {"begin", "end", "text"} <= value.keys():
                yield value["begin"], value["end"], value["text"]
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from self.places(one)

    def test_slice_the_text_in_each_unit_in_every_format(self):
        path = self.write("us.txt", self.TEXT)
        for unit, slice_of in self.SLICES.items():
            options = (path, path, "--left", "us", "--right", "cn", "--offsets", unit)
            parsed = json.loads(run("compare", *options, "--format", "json").out)
            self.assertEqual(parsed["engine"]["options"].get("offsets", "codepoints"), unit)
            found = list(self.places(parsed))
            self.assertGreater(len(found), 5)
            for begin, end, text in found:
                self.assertEqual(slice_of(self.TEXT, begin, end), text)
            run("compare", *options, "--format", "csv", "--output", self.folder / unit)
            self.assertEqual(json.loads((self.folder / unit / "datapackage.json").read_text())["rashomon"]["offsets"], unit)
            for row in pandas.read_csv(self.folder / unit / "statements.csv").itertuples():
                self.assertEqual(slice_of(self.TEXT, row.begin, row.end), row.text)
            annotations = json.loads(run("compare", *options, "--format", "annotations").out)
            for one in annotations["first"]["items"]:
                quote, position = one["target"]["selector"]
                self.assertEqual(slice_of(self.TEXT, position["start"], position["end"]), quote["exact"])
                self.assertIn(quote["prefix"] + quote["exact"] + quote["suffix"], self.TEXT)
            self.assertEqual(run("compare", *options).status, 0)

    def test_an_unknown_unit_is_named(self):
        self.assert_trouble(compare("--offsets", "utf-16"), "utf-16", "utf16")


class Annotations(CliCase):
    def test_keep_the_model_and_find_their_places(self):
        parsed = json.loads(compare("--format", "json").out)
        result = compare("--format", "annotations")
        self.assert_done(result)
        collection = validated(json.loads(result.out), "annotations")
        items = collection["first"]["items"]
        self.assertEqual(len({one["id"] for one in items}), len(items))
        self.assertEqual(collection["id"], "nih:sha-256;" + hashlib.sha256(compare("--format", "json").out.encode()).hexdigest())
        texts = {"nih:sha-256;" + hashlib.sha256(Path(path).read_bytes()).hexdigest(): text_of(path) for path in (LEFT, RIGHT)}
        statements = [one for one in items if one["motivation"] == "tagging"]
        links = [one for one in items if one["motivation"] == "linking"]
        self.assertEqual([one["target"]["selector"][0]["exact"] for one in statements], [one["text"] for one in parsed["statements"]])
        for one in items:
            for place in [one["target"], *(body for body in one["body"] if body["type"] == "SpecificResource")]:
                quote, position = place["selector"]
                text = texts[place["source"]]
                self.assertEqual(text[position["start"]:position["end"]], quote["exact"])
                self.assertTrue(text[:position["start"]].endswith(quote["prefix"]))
                self.assertTrue(text[position["end"]:].startswith(quote["suffix"]))
        relations = [[body["value"] for body in one["body"] if body.get("purpose") == "tagging"] for one in links]
        self.assertEqual(relations, [[one["relation"]] for one in parsed["links"]])


class Database(CliCase):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "events.db"

    def open(self):
        connection = sqlite3.connect(self.path)
        self.addCleanup(connection.close)
        return connection

    def test_holds_what_json_says(self):
        result = compare("--sqlite", self.path)
        self.assert_done(result)
        self.assertEqual(result.out, "")
        report = compare("--format", "json").out
        parsed = json.loads(report)
        database = self.open()
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        self.assertEqual(database.execute("SELECT number, key FROM comparisons").fetchall(),
                         [(1, hashlib.sha256(report.encode()).hexdigest())])
        self.assertEqual(database.execute('SELECT doc_id, account, "begin", "end", text, mass FROM statements ORDER BY entry').fetchall(),
                         [tuple(one[key] for key in ("id", "account", "begin", "end", "text", "mass")) for one in parsed["statements"]])
        self.assertEqual(database.execute('SELECT "left", "right", relation, score FROM links ORDER BY rowid').fetchall(),
                         [tuple(one[key] for key in ("left", "right", "relation", "score")) for one in parsed["links"]])
        self.assertEqual(database.execute("SELECT divergence FROM summary").fetchone()[0], parsed["summary"]["divergence"])

    def test_the_same_comparison_added_twice_changes_nothing(self):
        compare("--sqlite", self.path)
        before = sorted(self.open().iterdump())
        self.assert_done(compare("--sqlite", self.path))
        self.assertEqual(sorted(self.open().iterdump()), before)
        compare("--sqlite", self.path, "--min-probability", "0.2")
        self.assertEqual(self.open().execute("SELECT count(*) FROM comparisons").fetchone(), (2,))

    def test_two_runs_give_the_same_bytes(self):
        for name in ("a.db", "b.db"):
            compare("--sqlite", self.folder / name)
        self.assertEqual((self.folder / "a.db").read_bytes(), (self.folder / "b.db").read_bytes())

    def test_statements_are_found_by_their_words(self):
        compare("--sqlite", self.path)
        database = self.open()
        query = """SELECT s.doc_id FROM statement_search JOIN statements s ON s.entry = statement_search.rowid
                   WHERE statement_search MATCH ? ORDER BY s.entry"""
        expected = [row for row in database.execute("SELECT doc_id FROM statements WHERE text LIKE '%taiwan%' ORDER BY entry")]
        self.assertGreater(len(expected), 2)
        self.assertEqual(database.execute(query, ("taiwan",)).fetchall(), expected)
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("DELETE FROM comparisons")
        for table in ("statements", "links", "evidence", "pairs", "topics"):
            self.assertEqual(database.execute(f"SELECT count(*) FROM {table}").fetchone(), (0,))
        self.assertEqual(database.execute(query, ("taiwan",)).fetchall(), [])
        database.execute("INSERT INTO statement_search (statement_search) VALUES ('integrity-check')")

    def test_views_answer_common_questions(self):
        compare("--sqlite", self.path)
        run("compare", LEFT, RIGHT, LEFT, "--parties", "us,cn,us", "--sqlite", self.path)
        parsed = json.loads(compare("--format", "json").out)
        database = self.open()
        first = lambda columns, view: database.execute(f"SELECT {columns} FROM {view} WHERE comparison = 1").fetchall()
        self.assertEqual({row[0] for row in first("statement", "omissions_by_salience")}, {one["statement"] for one in parsed["omissions"]})
        opposed = [one for one in parsed["links"] if one["relation"] in ("diverge", "contradict")]
        self.assertEqual([row[0] for row in first("score", "opposing_links")], sorted(one["score"] for one in opposed))
        self.assertEqual(first("divergence", "divergence_by_event"), [(parsed["summary"]["divergence"],)])
        topics = dict(database.execute("SELECT concept, emphasis FROM topics_by_account WHERE account = 'cn'").fetchall())
        for one in parsed["topics"]:
            self.assertAlmostEqual(topics[one["concept"]], one["emphasis"]["cn"], 12)
        claims = [one for one in parsed["findings"]["claims"] if one["verdict"] in ("denied", "silent")]
        self.assertEqual(len(first("told", "claims_not_borne_out")), len(claims))

    def test_the_schema_and_the_queries_are_those_of_the_documentation(self):
        compare("--sqlite", self.path)
        database = self.open()
        self.assertEqual(schema_of(database), SCHEMA.read_text())
        queries = re.findall(r"```sql\n(.*?)```", PAGE.read_text(), re.DOTALL)
        self.assertGreaterEqual(len(queries), 3)
        for query in queries:
            self.assertGreater(len(database.execute(query).fetchall()), 0, query)

    def test_a_report_is_written_where_asked(self):
        self.assertEqual(compare("--sqlite", self.path, "--format", "json").out, compare("--format", "json").out)

    def test_a_database_that_is_not_ours_stays_intact(self):
        compare("--sqlite", self.path)
        database = self.open()
        database.execute("PRAGMA user_version = 2")
        database.close()
        other = sqlite3.connect(self.folder / "other.db")
        other.execute("CREATE TABLE mine (x)")
        other.close()
        text = self.write("text.db", "no database " * 100)
        for path, part in ((self.path, "version 2"), (self.folder / "other.db", "another program"), (text, "no SQLite database")):
            before = Path(path).read_bytes()
            self.assert_trouble(compare("--sqlite", path), str(path), part)
            self.assertEqual(Path(path).read_bytes(), before)
        self.assert_trouble(compare("--sqlite", self.folder), "folder")
        self.assert_trouble(compare("--sqlite", self.folder / "none" / "a.db"), "no folder")

    def test_a_disk_that_fills_leaves_what_was_there(self):
        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing beyond the limit is then an error like a full disk
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        compare("--sqlite", self.path)
        before = sorted(self.open().iterdump())
        size = self.path.stat().st_size + 8192
        for path in (self.path, self.folder / "new.db"):
            size = size if path == self.path else 65536
            done = subprocess.run([BINARY, "compare", RIGHT, LEFT, "--sqlite", path], capture_output=True, timeout=60,
                                  preexec_fn=small_files, restore_signals=False)
            self.assertEqual(done.returncode, 2, done)
            self.assertRegex(done.stderr.decode(), rf"^rashomon: {re.escape(str(path))}: [^\n]+\n$")
        self.assertEqual(sorted(self.open().iterdump()), before)
        self.assertEqual(os.listdir(self.folder), ["events.db"])


def schema_of(database):
    rows = database.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT GLOB 'statement_search_*'").fetchall()
    return "-- What rashomon --sqlite makes, schema version 1 (PRAGMA user_version).\n\n" + ";\n\n".join(sql for sql, in rows) + ";\n"


class Workflow(CliCase):
    @unittest.skipUnless(shutil.which("snakemake"), "snakemake is not here")
    def test_snakemake_compares_a_folder_of_pairs(self):
        events = self.folder / "events"
        for name in ("one", "two two"):
            (events / name).mkdir(parents=True)
            shutil.copy(LEFT, events / name)
            shutil.copy(RIGHT, events / name)
        (events / "two two" / "left.txt").write_text("The leaders spoke by phone.")
        command = ["snakemake", "--snakefile", ROOT / "examples/snakemake/Snakefile", "--cores", "2", "--config",
                   f"events={events}", f"rashomon={BINARY}"]
        for expected in (b"3 of", b"Nothing to be done"):
            done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=60,
                                  env={**os.environ, "HOME": str(self.folder)})
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        results = self.folder / "results"
        self.assertEqual(sorted(os.listdir(results)), ["events.db", "one.md", "two two.md"])
        database = sqlite3.connect(results / "events.db")
        self.assertEqual(database.execute("SELECT count(*) FROM comparisons").fetchone(), (2,))
        database.close()


if __name__ == "__main__":
    if "--write" in sys.argv:  # renews the documented schema
        with tempfile.TemporaryDirectory() as folder:
            compare("--sqlite", f"{folder}/empty.db")
            connection = sqlite3.connect(f"{folder}/empty.db")
            SCHEMA.write_text(schema_of(connection))
            connection.close()
    else:
        unittest.main()
