"""The wheel holds all that the program needs, and the tests pass against it, outside the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "desktop", "schedules", "resources")
COMPILED_FROM = {".po", ".pot"}
"""What the translations are compiled from; it is left out of the wheel."""
pytestmark = pytest.mark.skipif(not (ROOT / "desktop").is_dir(), reason="These tests run against the wheel already.")


def copy(names: tuple[str, ...], folder: Path) -> None:
    """Copy without what earlier runs left behind: a wheel is built from the sources and nothing else."""
    folder.mkdir()
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(ROOT / name, folder)


def run(*command: str | Path, folder: Path, **more: str) -> str:
    """Run to the end, unmeasured and unaware of the checkout; what it printed."""
    strange = ("COVERAGE_", "COV_", "PYTEST_", "PYTHONPATH")
    env = {name: value for name, value in os.environ.items() if not name.startswith(strange)} | more
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources = tmp_path_factory.mktemp("wheel") / "sources"
    copy(SOURCES, sources)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet")
    run(*pip, "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", "..", ".", folder=sources)
    (built,) = sources.parent.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path) -> Path:
    """The interpreter of an environment that holds the wheel, and borrows what others wrote from that of the tests."""
    folder = wheel.parent / "venv"
    venv.create(folder, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install", "--quiet")
    run(*pip, "--no-index", "--no-deps", wheel, folder=wheel.parent)
    # A path in a .pth file brings packages, but not the .pth files beside them: the checkout stays out.
    borrowed = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=wheel.parent)
    (Path(borrowed.strip()) / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return python


def test_every_resource_is_in_the_wheel_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = {path for path in (ROOT / "resources").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    files = {path for path in files if path.suffix not in {*COMPILED_FROM, ".mo"}}
    migrations = set((ROOT / "desktop").rglob("*.sql"))
    missing = {path.relative_to(ROOT).as_posix() for path in files | migrations} - names
    assert missing == set()
    assert {name for name in names if Path(name).suffix in COMPILED_FROM} == set()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        "desktop",
        "schedules",
        "resources",
        "uncramp",
    }


def test_the_program_starts_from_the_wheel(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import desktop, schedules, resources; print(desktop.__file__)", folder=tmp_path)
    assert Path(where).is_relative_to(python.parent.parent)
    assert run(python.parent / "uncramp", "--version", folder=tmp_path).startswith("uncramp ")
    assert run(python, "-m", "desktop", "--version", folder=tmp_path).startswith("uncramp ")


def test_the_wheel_speaks_every_language(wheel: Path, python: Path, tmp_path: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for source in (ROOT / "resources").rglob("*.po"):
        assert source.with_suffix(".mo").relative_to(ROOT).as_posix() in names
    said = run(python.parent / "uncramp", "--help", folder=tmp_path, LANGUAGE="de")
    assert "Aufruf: uncramp" in said
    assert "zeigt diese Hilfe" in said
    assert run(python.parent / "uncramp", "--help", folder=tmp_path, LANGUAGE="en_GB:de").startswith("usage: uncramp")


def test_the_tests_pass_against_the_wheel(python: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    copy(("pyproject.toml", "tests"), outside)
    pytest_ = (python, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-n", "auto", "--dist", "loadfile")
    said = run(*pytest_, "-m", "not desktop", "--hypothesis-profile=quick", folder=outside)
    assert " passed" in said
