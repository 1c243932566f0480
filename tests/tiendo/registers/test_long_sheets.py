"""A long sheet is read in little memory; no database is asked."""

import tracemalloc

import pytest

from tests.tiendo.industry.enterprises import tax_code
from tests.tiendo.registers.sheets import REGISTER, SOUND, head, xlsx_file
from tiendo.registers.sheets import reading


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_read_in_little_memory() -> None:
    line = [tax_code(), *(SOUND[name] for name in SOUND if name != "tax_code")]
    content = xlsx_file([[head(name) for name in SOUND], *[line] * 100_000]).read()
    tracemalloc.start()
    sheet = reading.read(content, "bang.xlsx", REGISTER)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(sheet.rows) == 100_000
    assert most < 300_000_000  # bytes
