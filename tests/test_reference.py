"""The reference is made from the product and cannot lag behind it."""

from tiendo.cli import COMMANDS
from tools.reference import PAGE, page


def test_the_page_of_commands_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make reference"


def test_every_command_of_both_programs_has_a_section() -> None:
    text = PAGE.read_text("utf-8")
    named = [f"### tiendo {name}\n" for name in COMMANDS] + ["### vanban read\n"]
    assert [name for name in named if name not in text] == []
