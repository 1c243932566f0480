"""From pages that are no plan nothing is read."""

import pytest

from tests.vanban.no_plans import Page, pages
from vanban.reader import read_source

PAGES = list(pages())


def test_there_are_sixty_pages_of_twenty_kinds() -> None:
    assert len(PAGES) == 60
    assert len({page.name.rpartition("-")[0] for page in PAGES}) == 20


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_work_and_no_aim_is_read_from_a_page_that_is_no_plan(page: Page) -> None:
    for source in (page.as_text(), page.as_word()):
        reading = read_source(source)

        assert [task.title for task in reading.tasks] == []
        assert [duty.text for duty in reading.duties] == []
        assert [target.text for target in reading.targets if target.values] == []
