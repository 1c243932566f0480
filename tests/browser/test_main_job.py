"""From the issued document to the first report, as a person does it in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.main_job import STEPS, Job
from tests.browser.product import PLAN_01, TUTORIAL, Product, opened
from tools.tutorial_files import DOCUMENT

NUMBERED = re.compile(r"^## (\d+)\. (.+)$", re.M)
needs_plan_01 = pytest.mark.skipif(
    not PLAN_01.exists(), reason="plan-01 is not beside the checkout"
)
DOCUMENTS = [
    pytest.param(PLAN_01, id="plan-01", marks=needs_plan_01),
    pytest.param(DOCUMENT, id="document of the tutorial"),
]


@pytest.fixture
def practice(tmp_path: Path, chromium: Path) -> Iterator[Product]:
    """An installation as the tutorial opens it."""
    with opened(tmp_path / "nha") as product:
        yield product


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_becomes_a_plan_that_is_reported_on(
    page: Page, practice: Product, document: Path
) -> None:
    job = Job(page, practice, document)
    for do in STEPS.values():
        do(job)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_all_of_it_works_without_script(
    browser: Browser, practice: Product, document: Path
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, java_script_enabled=False, locale="vi-VN"
    )
    job = Job(context.new_page(), practice, document)
    for do in STEPS.values():
        do(job)
    context.close()


@pytest.mark.parametrize("name", ["first-plan.md", "first-plan.en.md"])
def test_the_steps_of_the_tutorial_are_numbered_from_one_on(name: str) -> None:
    numbers = [int(number) for number, _ in NUMBERED.findall(_text(name))]
    assert numbers == list(range(1, len(STEPS) + 1))


def test_the_steps_of_the_tutorial_are_the_steps_of_the_test() -> None:
    assert [heading for _, heading in NUMBERED.findall(_text("first-plan.md"))] == list(STEPS)


def test_both_languages_of_the_tutorial_give_the_same_commands() -> None:
    commands = [
        re.findall(r"```sh\n(.*?)```", _text(name), re.S)
        for name in ("first-plan.md", "first-plan.en.md")
    ]
    assert commands[0] == commands[1] != []


def _text(name: str) -> str:
    return (TUTORIAL.parent / name).read_text("utf-8")
