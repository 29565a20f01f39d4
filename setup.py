"""pip install . : CMake builds the compiled part; pyproject.toml says the rest."""
import os
import pathlib
import re
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

ROOT = pathlib.Path(__file__).resolve().parent
BUILD = ROOT / "build" / "python"


class CMakeBuild(build_ext):
    """Builds the one extension in build/python, where the next call finds what is still good."""

    def build_extension(self, ext):
        folder = pathlib.Path(self.get_ext_fullpath(ext.name)).resolve().parent
        subprocess.run(
            ["cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DRASHOMON_TESTS=OFF",
             "-DRASHOMON_PYTHON=ON", f"-DPython_EXECUTABLE={sys.executable}"],
            check=True,
        )
        jobs = ["--parallel", str(self.parallel)] if self.parallel else []
        subprocess.run(["cmake", "--build", BUILD, "--target", "rashomon_python", *jobs], check=True)
        folder.mkdir(parents=True, exist_ok=True)
        self.copy_file(str(BUILD / "bindings" / "python" / self.get_ext_filename(ext.name)), str(folder))


version = re.search(r"project\(rashomon VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
os.chdir(ROOT)
BUILD.mkdir(parents=True, exist_ok=True)
setup(
    version=version,
    ext_modules=[Extension("rashomon._rashomon", [])],
    cmdclass={"build_ext": CMakeBuild},
    options={"egg_info": {"egg_base": "build"}},
)
