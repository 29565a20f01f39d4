#!/usr/bin/env python3
"""Checks who may include whom: the house of ARCHITECTURE.md.

arrows.py [--root FOLDER]   checks engine/, cli/, bindings/ and tests/; exit 1 with one line a violation
arrows.py --lines           prints the lines of every file
arrows.py --self-test       plants violations in a made-up tree and checks that each is found
"""

import argparse
import pathlib
import re
import sys
import tempfile

STAGES = ["reader", "extractor", "vectorizer", "aligner", "scorer"]

# Room -> rooms of the engine that it may include beside itself.
ROOMS = {
    "records": set(),
    "text": {"records"},
    "lexicon": {"records", "text"},
    "model": {"records", "text"},
    **{stage: {"records", "text", "lexicon", "model"} for stage in STAGES},
    "report": {"records"},
    "knowledge": {"records", "text", "lexicon", "model", "reader", "vectorizer"},
    "pipeline": {"records", "text", "lexicon", "model", "knowledge", "version", *STAGES},
    "version": set(),
}
# Single headers that a room may include beside its rooms: how wide a text is, how its offsets count, its fingerprint.
HEADERS = {"report": {f"engine/text/{name}.h" for name in ("width", "code_points", "offsets", "digest")}}
EVERY_ROOM = set(ROOMS) | {"cli"}

# Third-party headers -> where they may be included: rooms, or single files. The places of all that match count.
THIRD_PARTY = {
    r"unicode/.*": {"text"},
    r"unicode/(ucnv\w*|utypes|unistr|utf16)\.h": {"reader"},  # ICU's converters
    r"libstemmer\.h": {"text"},
    r"sha2\.h": {"text"},
    r"gumbo\.h": {"reader"},
    r"uchardet(/uchardet)?\.h": {"reader"},
    r"Eigen/.*": {"engine/records/vectors.h", "vectorizer", "aligner", "scorer"},
    r"nlohmann/.*": {"reader", "report", "lexicon", "model", "cli", "tests"},
    r"sqlite3\.h": {"engine/report/sqlite.cpp"},
    r"boost/.*": {"cli"},
    r"pybind11/.*": {"bindings"},
    r"doctest/.*": {"tests"},
    r"(sys/\w+|unistd|fcntl|sched|signal|termios|poll|malloc)\.h": {"text", "reader", "cli", "tests"},  # POSIX, glibc
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def sources(root):
    for folder in ("engine", "cli", "bindings", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield path.relative_to(root).as_posix()


def room_of(file):
    """records, text, ... of engine/; pipeline and version by their file; cli; tests."""
    parts = file.split("/")
    if parts[0] != "engine":
        return parts[0]
    return parts[1] if len(parts) > 2 else pathlib.PurePosixPath(parts[1]).stem


def includes(root, file):
    """Pairs of (header, whether it stands in quotes)."""
    text = (root / file).read_text(encoding="utf-8")
    return [(quoted or angled, bool(quoted)) for quoted, angled in INCLUDE.findall(text)]


def own_violation(root, file, header):
    if not header.startswith(("engine/", "cli/", "bindings/", "tests/")):
        return "is not written from the repository root"
    if not (root / header).is_file():
        return "does not exist"
    room, target = room_of(file), room_of(header)
    if room == "bindings" and target == "cli":
        return "is of cli; bindings may include the engine"
    if room in ("cli", "bindings", "tests"):
        return "is of the tests" if room != "tests" and target == "tests" else None
    if room not in ROOMS:
        return f"is included by a room that has no rule: {room}"
    if target == room or target in ROOMS[room] or header in HEADERS.get(room, set()):
        return None
    return f"is of {target}; {room} may include {', '.join(sorted(ROOMS[room] | HEADERS.get(room, set()))) or 'nothing else'}"


def third_party_violation(file, header):
    if "/" not in header and not header.endswith(".h"):
        return None  # of the standard library
    places = set().union(*(rooms for pattern, rooms in THIRD_PARTY.items() if re.fullmatch(pattern, header)))
    if not places:
        return "is of a library that has no room"
    return None if file in places or room_of(file) in places else f"belongs to {', '.join(sorted(places))}"


def cycles(graph):
    """One violation for each include that closes a circle."""
    found, done, path = [], set(), []

    def visit(file):
        if file in path:
            found.append(f"{file}: includes itself by {' -> '.join(path[path.index(file) + 1:] + [file])}")
        elif file not in done:
            path.append(file)
            for header in graph.get(file, []):
                visit(header)
            path.pop()
            done.add(file)

    for file in graph:
        visit(file)
    return found


def violations(root):
    found, graph = [], {}
    for file in sources(root):
        graph[file] = []
        for header, quoted in includes(root, file):
            problem = own_violation(root, file, header) if quoted else third_party_violation(file, header)
            if problem:
                found.append(f"{file}: {header} {problem}")
            if quoted:
                graph[file].append(header)
    return found + cycles(graph)


def print_lines(root):
    total = 0
    for file in sources(root):
        lines = (root / file).read_text(encoding="utf-8").count("\n")
        total += lines
        print(f"{lines:6} {file}")
    print(f"{total:6} in all")


CLEAN_TREE = {
    "engine/records/span.h": "#include <cstddef>\n",
    "engine/records/vectors.h": "#include <Eigen/Core>\n",
    "engine/text/width.h": '#include "engine/records/span.h"\n',
    "engine/text/normalize.cpp": "#include <unicode/uchar.h>\n",
    "engine/lexicon/lexicons.h": '#include "engine/text/width.h"\n',
    "engine/model/model.h": '#include <nlohmann/json.hpp>\n#include "engine/text/width.h"\n',
    "engine/reader/reader.h": '#include <unicode/ucnv.h>\n#include "engine/model/model.h"\n',
    "engine/aligner/aligner.h": '#include "engine/records/vectors.h"\n',
    "engine/report/report.h": '#include "engine/records/span.h"\n#include "engine/text/width.h"\n',
    "engine/pipeline.h": '#include "engine/reader/reader.h"\n#include "engine/aligner/aligner.h"\n',
    "bindings/python/module.cpp": '#include <pybind11/stl.h>\n#include "engine/pipeline.h"\n',
    "cli/main.cpp": '#include <boost/program_options.hpp>\n#include "engine/pipeline.h"\n',
    "tests/main.cpp": '#include <doctest/doctest.h>\n#include "engine/pipeline.h"\n',
}
PLANTED = [  # file, its text, what the violation must say
    ("engine/aligner/a.h", '#include "engine/reader/reader.h"\n', "is of reader"),
    ("engine/scorer/a.h", '#include "engine/pipeline.h"\n', "is of pipeline"),
    ("engine/lexicon/a.h", '#include "engine/model/model.h"\n', "is of model"),
    ("engine/text/a.h", '#include "engine/lexicon/lexicons.h"\n', "is of lexicon"),
    ("engine/records/a.h", '#include "engine/text/width.h"\n', "is of text"),
    ("engine/report/a.h", '#include "engine/lexicon/lexicons.h"\n', "is of lexicon"),
    ("engine/report/a.h", '#include "engine/text/normalize.cpp"\n', "is of text"),
    ("engine/pipeline.cpp", '#include "engine/report/report.h"\n', "is of report"),
    ("engine/reader/a.cpp", '#include "cli/main.cpp"\n', "is of cli"),
    ("engine/kitchen/a.h", '#include "engine/records/span.h"\n', "no rule"),
    ("engine/helpers.h", '#include "engine/records/span.h"\n', "no rule"),
    ("engine/reader/a.cpp", '#include "reader.h"\n', "not written from the repository root"),
    ("engine/reader/a.cpp", '  #  include "../model/model.h"\n', "not written from the repository root"),
    ("engine/reader/a.cpp", '#include "engine/reader/none.h"\n', "does not exist"),
    ("engine/reader/a.cpp", "#include <unicode/brkiter.h>\n", "belongs to text"),
    ("engine/lexicon/a.cpp", "#include <unicode/ucnv.h>\n", "belongs to reader, text"),
    ("engine/records/a.h", "#include <Eigen/Core>\n", "belongs to aligner"),
    ("engine/extractor/a.h", "#include <nlohmann/json.hpp>\n", "belongs to cli"),
    ("engine/report/a.h", "#include <boost/program_options.hpp>\n", "belongs to cli"),
    ("engine/text/a.h", "#include <gumbo.h>\n", "belongs to reader"),
    ("engine/report/a.cpp", "#include <sqlite3.h>\n", "belongs to engine/report/sqlite.cpp"),
    ("engine/text/a.h", "#include <curl/curl.h>\n", "has no room"),
    ("bindings/python/a.cpp", '#include "cli/main.cpp"\n', "is of cli"),
    ("cli/a.cpp", '#include "tests/main.cpp"\n', "is of the tests"),
    ("engine/records/span.h", '#include "engine/records/span.h"\n', "includes itself"),
    ("engine/records/span.h", '#include "engine/records/vectors.h"\n#include "engine/records/loop.h"\n', "includes itself"),
]


def violations_of(tree):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for file, text in tree.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, encoding="utf-8")
        return violations(root)


def self_test():
    failures = [f"the clean tree: {line}" for line in violations_of(CLEAN_TREE)]
    loop = {"engine/records/loop.h": '#include "engine/records/span.h"\n'}
    for file, text, message in PLANTED:
        found = violations_of({**CLEAN_TREE, **loop, file: text})
        if len(found) != 1 or message not in found[0]:
            failures.append(f"planted in {file}: {text.strip()}: expected '{message}', found {found}")
    print("\n".join(failures) or f"{len(PLANTED)} planted violations found")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--lines", action="store_true", help="print the lines of every file")
    parser.add_argument("--self-test", action="store_true", help="check that planted violations are found")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if options.lines:
        print_lines(options.root)
        return 0
    found = violations(options.root)
    print("\n".join(found) or f"{len(list(sources(options.root)))} files keep to the house")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
