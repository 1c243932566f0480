"""What is loaded by whom: comparing words loads no reader, a text file no library, a scan no other format."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import vanban
from vanban.sources.formats import FORMATS, PAGED_FORMATS, Opener, PagedOpener

LIBRARIES = {"lxml", "numpy", "PIL", "pypdfium2", "tesserocr"}
LOADED = "import json, sys; {}; print(json.dumps(sorted(sys.modules)))"


def loaded_by(statement: str) -> set[str]:
    """The modules that a new process has loaded after `statement`."""
    command = [sys.executable, "-c", LOADED.format(statement)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def own(modules: set[str]) -> set[str]:
    return {name for name in modules if name.split(".")[0] == "vanban"}


def test_comparing_words_loads_nothing_but_the_words() -> None:
    assert own(loaded_by("import vanban.text")) == {"vanban", "vanban.text"}


def test_reading_text_loads_no_library(tmp_path: Path) -> None:
    note = tmp_path / "ke-hoach.txt"
    note.write_text("KẾ HOẠCH\nTổng kết phong trào đọc sách", "utf-8")

    loaded = loaded_by(f"import pathlib, vanban; vanban.read(pathlib.Path({str(note)!r}))")

    assert "vanban.reader" in loaded
    assert loaded & LIBRARIES == set()


@pytest.mark.parametrize("other", ["lxml", "pypdfium2", "vanban.reader", "vanban.layout.blocks"])
def test_the_process_that_recognises_letters_starts_without(other: str) -> None:
    loaded = loaded_by("import vanban.scan.worker")

    assert "tesserocr" in loaded
    assert other not in loaded


def test_every_format_has_its_reader() -> None:
    openers: list[Opener | PagedOpener] = [*FORMATS.values(), *PAGED_FORMATS.values()]
    readers = [opener.function() for opener in openers]

    assert [each for each in readers if not each.__name__.startswith("read_")] == []


def test_names_are_loaded_from_where_type_checkers_find_them() -> None:
    declared = {}
    for node in ast.walk(ast.parse(Path(vanban.__file__).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("vanban."):
            declared[node.module] = tuple(name.name for name in node.names)

    assert declared == vanban._HOMES
    assert sorted(name for names in declared.values() for name in names) == sorted(vanban.__all__)


def test_a_name_that_is_not_offered_is_said_not_to_be_there() -> None:
    with pytest.raises(AttributeError, match="'vanban' has no attribute 'read_aloud'"):
        getattr(vanban, "read_aloud")  # noqa: B009
