"""What the documentation promises is there: terms in the glossary, links that lead somewhere."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from tiendo.accounts.models import Role
from tiendo.progress.models import ReportState
from tiendo.progress.status import Status

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")
PAGES = [*sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*.md"))]
MODELS = [model for model in apps.get_models() if model.__module__.startswith("tiendo.")]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
DECISION = re.compile(r"\d{4}-[a-z0-9-]+")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_model_stands_in_the_glossary(model: type) -> None:
    assert f"`{model._meta.label}`" in GLOSSARY  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [f"Status.{each.name}" for each in Status])
def test_every_status_stands_in_the_glossary(name: str) -> None:
    assert f"`{name}`" in GLOSSARY


@pytest.mark.parametrize("kind", [Role, ReportState])
def test_roles_and_states_of_reports_stand_in_the_glossary(kind: type[Role | ReportState]) -> None:
    missing = [each.name for each in kind if f"`{kind.__name__}.{each.name}`" not in GLOSSARY]
    assert missing == []


def test_every_term_has_both_languages_and_a_place_in_the_code() -> None:
    rows = [line.strip("| ").split(" | ") for line in GLOSSARY.splitlines() if line[:2] == "| "]
    assert len(rows) > 60
    assert [row for row in rows if len(row) < 3 or not all(cell.strip() for cell in row)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(CODE.sub("", page.read_text("utf-8")))
    inside = [target for target in targets if "://" not in target]
    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_decisions_are_numbered_once_and_have_their_three_parts() -> None:
    records = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(set(numbers)) == len(numbers)
    for record in records:
        text = record.read_text("utf-8")
        assert DECISION.fullmatch(record.stem), record.name
        assert text.startswith(f"# {int(record.name[:4])}. "), record.name
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences"))
