"""The package as users get it: typed, lazy, installed by pip."""
import ast
import inspect
import os
import re
import subprocess
import sys


import rashomon
from conftest import LEFT, RIGHT, ROOT, printed

PACKAGE = ROOT / "bindings/python/rashomon"


def signatures(module):
    """Of every function of a module's text, by its dotted name: the names of its arguments."""
    tree = ast.parse(module.read_text())
    found = {}
    for node in tree.body:
        for function in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(function, ast.FunctionDef):
                name = function.name if function is node else f"{node.name}.{function.name}"
                arguments = [one.arg for one in (*function.args.args, *function.args.kwonlyargs) if one.arg != "self"]
                found[name] = arguments
    return found


def test_the_stub_names_what_the_compiled_part_has():
    from rashomon import _rashomon

    stub = signatures(PACKAGE / "_rashomon.pyi")
    names = {name.split(".")[0] for name in stub}
    assert names == {name for name in dir(_rashomon) if not name.startswith("__")}
    for name, arguments in stub.items():
        owner, _, attribute = name.rpartition(".")
        thing = getattr(getattr(_rashomon, owner) if owner else _rashomon, attribute)
        if isinstance(thing, property):
            continue
        head = thing.__doc__.splitlines()[0]
        assert [one for one in re.findall(r"(\w+): ", head) if one != "self"] == arguments, name


def test_every_public_function_says_its_types():
    for name in rashomon.__all__:
        thing = getattr(rashomon, name)
        functions = [thing] if inspect.isfunction(thing) else [f for n, f in vars(thing).items() if inspect.isfunction(f)]
        if name in ("InputError", "NotFittedError"):
            continue
        for function in functions:
            if function.__name__.startswith("_") and function.__name__ != "__init__":
                continue
            signature = inspect.signature(function)
            assert signature.return_annotation is not signature.empty, f"{name}.{function.__name__}"
            for parameter in list(signature.parameters.values())[inspect.isclass(thing):]:
                assert parameter.annotation is not parameter.empty, f"{name}.{function.__name__}({parameter.name})"
    assert (PACKAGE / "py.typed").is_file()


def test_an_option_of_the_program_that_changes_the_outcome_is_an_option_of_compare():
    text, _ = printed("compare", "--help")
    typed = {name.replace("-", "_") for name in re.findall(r"^  --([a-z-]+)", text.decode(), re.MULTILINE)}
    named = {p.name for p in inspect.signature(rashomon.compare).parameters.values() if p.kind is p.KEYWORD_ONLY}
    assert named <= typed


def test_the_version_is_the_programs():
    text, _ = printed("--version")
    assert text.decode().split()[1] == rashomon.__version__


def test_without_the_compiled_part_the_package_is_there_and_says_what_is_missing(tmp_path):
    (tmp_path / "rashomon").mkdir()
    for module in PACKAGE.glob("*.py"):
        (tmp_path / "rashomon" / module.name).write_text(module.read_text())
    code = "import rashomon; rashomon.InputError; dir(rashomon)\ntry: rashomon.compare\nexcept ImportError as e: print(e)"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(tmp_path)},
                          capture_output=True, check=True)
    assert b"pip install" in done.stdout


def test_pip_installs_it_in_a_fresh_environment(tmp_path):
    """As the README says. What CMake built before in build/python is used again."""
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", tmp_path / "venv"], check=True)
    python = tmp_path / "venv/bin/python"
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    install = [python, "-m", "pip", "install", "--no-build-isolation", "--no-index", "--no-deps", "--quiet", "."]
    done = subprocess.run(install, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    code = ("import pathlib, sys, rashomon; sys.stdout.write(rashomon.compare(*map(pathlib.Path, sys.argv[1:]), left='us',"
            "right='cn').to_json()); assert 'venv' in rashomon.__file__")
    out = subprocess.run([python, "-c", code, LEFT, RIGHT], cwd=tmp_path, env=clean, capture_output=True, check=True).stdout
    assert out == printed("compare", LEFT, RIGHT, "--left", "us", "--right", "cn", "--format", "json")[0]
    package = next((tmp_path / "venv/lib").glob("python3*/site-packages/rashomon"))
    assert {"py.typed", "_rashomon.pyi", "__init__.py"} <= {path.name for path in package.iterdir()}
    assert not list((ROOT / "bindings").rglob("*.egg-info"))
