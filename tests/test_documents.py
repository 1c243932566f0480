"""The documentation of the project points at what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda p: p.stem
)
def test_every_decision_gives_its_context_and_consequences_on_one_page(page: Path) -> None:
    text = page.read_text("utf-8")
    parts = [
        part for part in ("**Context.**", "**Decision.**", "**Consequences.**") if part in text
    ]
    assert parts == ["**Context.**", "**Decision.**", "**Consequences.**"]
    assert len(text.splitlines()) <= 60
