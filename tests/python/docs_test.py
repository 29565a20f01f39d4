"""What docs/notebook.md shows runs as it stands."""
import re
import shutil
import subprocess

import pytest
from conftest import LEFT, RIGHT, ROOT, printed

PAGE = (ROOT / "docs/notebook.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"(?<=<!-- {language} -->\n```{language}\n).*?(?=```\n)", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copy(LEFT, tmp_path / "us.txt")
    shutil.copy(RIGHT, tmp_path / "cn.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_python_runs(folder):
    names = {}
    for block in blocks("python"):
        exec(block, names)  # noqa: S102
    assert len(names["opposed"]) > 0 and names["rows"].shape[0] == 2


def test_the_r_runs_on_the_csv_bundle(folder):
    if not shutil.which("Rscript"):
        pytest.skip("R is not installed")
    printed("compare", "us.txt", "cn.txt", "--left", "us", "--right", "cn", "--format", "csv", "--output", "tables")
    done = subprocess.run(["Rscript", "--vanilla", "-e", *blocks("r")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "us:" in done.stdout and "cn:" in done.stdout
