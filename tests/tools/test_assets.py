"""Locks and requirements name versions and hashes, never an address."""

import json
import re
from pathlib import Path

import pytest

from tools.assets import SERVED

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PACKAGES = [ROOT / "web", ROOT / "web" / "browser"]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed_and_none_has_an_address(path: Path) -> None:
    text = path.read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.M).strip())
    assert [
        entry for entry in entries if not re.match(r"\S+==\S+ .*--hash=sha256:", entry, re.S)
    ] == []
    assert re.findall(r"://|index-url|find-links", text) == []


def test_what_the_product_runs_on_is_locked_alike_for_tests() -> None:
    main, test = (
        set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / name).read_text("utf-8"), re.M))
        for name in ("main.txt", "test.txt")
    )
    assert main <= test


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda path: path.name)
def test_front_end_packages_are_pinned_exactly_and_locked_without_addresses(folder: Path) -> None:
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, package in locked.items() if "resolved" in package] == []
    assert [name for name, package in locked.items() if name and "integrity" not in package] == []


def test_every_font_that_a_style_sheet_names_is_served() -> None:
    sheets = (ROOT / "src" / "tiendo" / "ui" / "static").rglob("*.css")
    named = {
        name
        for sheet in sheets
        for name in re.findall(r"vendor/([\w.-]+)", sheet.read_text("utf-8"))
    }
    assert named
    assert named <= {Path(name).name for name in SERVED}
