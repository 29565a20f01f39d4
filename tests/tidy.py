#!/usr/bin/env python3
"""Runs clang-tidy over engine/, cli/ and bindings/: tidy.py BUILD_FOLDER CACHE_FOLDER

A source that passed is not checked again until something that it is made of changes: its text, a header of ours that
it includes, its compile command, .clang-tidy or clang-tidy itself. Libraries' headers are not looked at.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

import arrows

ROOT = pathlib.Path(__file__).resolve().parent.parent


def closure(file, seen):
    """The file and every header of ours that it includes."""
    if file not in seen and (ROOT / file).is_file():
        seen.add(file)
        for header, quoted in arrows.includes(ROOT, file):
            if quoted:
                closure(header, seen)
    return seen


def key_of(file, command, common):
    digest = hashlib.sha256(common + command.encode())
    for part in sorted(closure(file, set())):
        digest.update(part.encode() + b"\0" + (ROOT / part).read_bytes() + b"\0")
    return digest.hexdigest()


def check(file, build):
    done = subprocess.run(
        ["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", build, ROOT / file],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return done.returncode == 0, done.stdout if done.returncode else ""


def main(build, cache):
    cache = pathlib.Path(cache)
    cache.mkdir(parents=True, exist_ok=True)
    commands = json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes()

    waiting = {}
    for command in commands:
        path = pathlib.Path(command["file"])
        file = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ""
        if file.startswith(("engine/", "cli/", "bindings/")) and path.suffix == ".cpp":
            passed = cache / key_of(file, command["command"], common)
            if not passed.exists():
                waiting[file] = passed
    if not any(c["file"].endswith(".cpp") for c in commands):
        sys.exit(f"{build} names no source")

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        checks = {pool.submit(check, file, build): file for file in waiting}
        for done in concurrent.futures.as_completed(checks):
            good, output = done.result()
            if good:
                waiting[checks[done]].touch()
            else:
                failed += 1
                print(output, flush=True)
    print(f"{len(waiting)} sources checked anew, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
