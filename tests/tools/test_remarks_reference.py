"""The table of codes is made from the registry and cannot lag behind it."""

from tools.remarks_reference import PAGE, page
from vanban.check.registry import CODES


def test_the_page_of_remarks_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make reference"


def test_every_code_stands_in_the_table_once() -> None:
    rows = [line.split("`")[1] for line in page().splitlines() if line.startswith("| `")]

    assert sorted(code for code in rows if code in CODES) == sorted(CODES)
