"""The reader as a library: the examples in the documentation run, and it installs without Django."""

import contextlib
import io
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import vanban
from vanban.sources import FORMATS, PAGED_FORMATS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "vanban.md"
FORMATS_PAGE = ROOT / "docs" / "reference" / "formats.md"
PACKAGING = ROOT / "packaging" / "vanban"
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.S)
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
WITHOUT_DJANGO = """
import sys, vanban.cli
status = vanban.cli.main(["read", "--json", sys.argv[1]])
found = {"django", "tiendo"} & {name.split(".")[0] for name in sys.modules}
sys.exit(3 if found else status)
"""


def test_the_examples_in_the_documentation_print_what_they_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    examples = EXAMPLE.findall(PAGE.read_text("utf-8"))

    assert len(examples) > 8
    for code, printed in examples:
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(code, names)  # noqa: S102  the documentation's own examples
        assert output.getvalue() == printed


def test_everything_named_is_there_and_explained() -> None:
    named = [getattr(vanban, name) for name in vanban.__all__]

    assert len(named) > 20
    assert [each for each in named if callable(each) and not each.__doc__] == []


def test_every_format_stands_in_the_reference() -> None:
    text = FORMATS_PAGE.read_text("utf-8")
    named = {".jpeg": ".jpg", ".tiff": ".tif"}

    missing = [end for end in (*FORMATS, *PAGED_FORMATS) if f"`{named.get(end, end)}`" not in text]
    assert missing == []


def test_the_reader_alone_needs_what_the_product_needs_for_it() -> None:
    reader = tomllib.loads((PACKAGING / "pyproject.toml").read_text("utf-8"))["project"]
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = (ROOT / "requirements" / "main.in").read_text("utf-8").splitlines()

    assert [line for line in reader["dependencies"] if line not in wanted] == []
    assert reader["version"] == whole["version"]
    assert imported_libraries() == {"lxml", "numpy", "PIL", "pypdfium2", "tesserocr"}


def imported_libraries() -> set[str]:
    """What the reader imports beside itself and Python's own."""
    files = (ROOT / "src" / "vanban").rglob("*.py")
    lines = re.findall(
        r"^(?:from|import) (\w+)", "\n".join(file.read_text("utf-8") for file in files), re.M
    )
    return set(lines) - set(sys.stdlib_module_names) - {"vanban"}


@pytest.mark.slow
def test_the_reader_is_built_and_reads_where_there_is_no_django(tmp_path: Path) -> None:
    python = environment(tmp_path, wheel(tmp_path))
    plan = Path(__file__).parent / "files" / "ke-hoach-mau.txt"

    done = subprocess.run(
        [python, "-c", WITHOUT_DJANGO, plan], capture_output=True, encoding="utf-8", check=False
    )
    alone = subprocess.run([python, "-c", "import django"], capture_output=True, check=False)

    assert (done.returncode, alone.returncode) == (0, 1), done.stderr
    assert '"tasks"' in done.stdout


def wheel(folder: Path) -> Path:
    """The reader built from a copy, with what is here and nothing fetched."""
    leave_out = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    shutil.copytree(ROOT / "src" / "vanban", folder / "copy/src/vanban", ignore=leave_out)
    shutil.copytree(PACKAGING, folder / "copy/packaging/vanban", ignore=leave_out)
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BUILD, folder],
        cwd=folder / "copy/packaging/vanban",
        check=True,
        capture_output=True,
    )
    return next(folder.glob("vanban-*.whl"))


def environment(folder: Path, built: Path) -> Path:
    """The Python of a fresh environment that holds the wheel and its five libraries, and nothing else."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "fresh"], check=True)
    site = next((folder / "fresh" / "lib").glob("python3.*")) / "site-packages"
    with zipfile.ZipFile(built) as packed:
        packed.extractall(site)
    ours = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    for pattern in ("lxml", "numpy*", "PIL", "pillow*", "pypdfium2*", "tesserocr*"):
        for found in ours.glob(pattern):
            (site / found.name).symlink_to(found)
    return folder / "fresh" / "bin" / "python"
