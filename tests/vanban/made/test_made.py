"""The same plan is read the same, field by field, whatever file it comes in."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.vanban.made.compare import differences, exactly, expected, loosely
from tests.vanban.made.content import Plan
from tests.vanban.made.files import (
    FILTERS,
    PLAIN,
    WITHOUT_CAPITALS,
    WITHOUT_TABLES,
    WRITTEN,
    saved_by_office,
)
from tests.vanban.made.plans import PLANS
from tests.vanban.made.written import in_tcvn3, in_vni
from vanban import Reading, read, to_json
from vanban.model import Quote
from vanban.passages import lines_of
from vanban.repair import repaired
from vanban.schema import reading_schema
from vanban.sources.encodings import from_tcvn3, from_vni
from vanban.sources.office import PACKAGE
from vanban.text import nfc, squash

by_slug = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.slug)
without_tables = pytest.mark.parametrize("plan", WITHOUT_TABLES, ids=lambda plan: plan.slug)


@cache
def schema() -> Draft202012Validator:
    Draft202012Validator.check_schema(reading_schema())
    return Draft202012Validator(reading_schema())


def written(plan: Plan, folder: Path, name: str) -> Path:
    suffix, write = {**WRITTEN, **PLAIN, **WITHOUT_CAPITALS}[name]
    return write(plan, folder / f"plan{suffix}")


def as_printed(reading: Reading) -> Any:
    """What a program gets, after it has gone through JSON and fits the schema."""
    data = json.loads(json.dumps(to_json(reading)))
    assert [error.message for error in schema().iter_errors(data)] == []
    return data


@by_slug
@pytest.mark.parametrize("name", WRITTEN)
def test_a_plan_is_read_as_it_was_written_in_every_format(
    tmp_path: Path, plan: Plan, name: str
) -> None:
    data = as_printed(read(written(plan, tmp_path, name)))

    assert differences(expected(plan.slug), data, exactly) == []


@without_tables
@pytest.mark.parametrize("name", PLAIN)
def test_plain_text_is_read_in_every_encoding(tmp_path: Path, plan: Plan, name: str) -> None:
    data = as_printed(read(written(plan, tmp_path, name)))

    assert differences(expected(plan.slug), data, exactly) == []


@without_tables
@pytest.mark.parametrize("name", WITHOUT_CAPITALS)
def test_what_lost_its_capitals_is_read_all_the_same(tmp_path: Path, plan: Plan, name: str) -> None:
    data = as_printed(read(written(plan, tmp_path, name)))

    assert differences(expected(plan.slug), data, loosely) == []
    assert "old-encoding" in {finding["code"] for finding in data["findings"]}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder with all plans as LibreOffice saves them under this suffix."""
    return cache(lambda suffix: saved_by_office(PLANS, suffix, tmp_path_factory.mktemp("office")))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason=f"no LibreOffice: apt install {PACKAGE}")
@by_slug
@pytest.mark.parametrize("suffix", sorted(FILTERS))
def test_files_of_other_word_processors_are_read(
    saved: Callable[[str], Path], plan: Plan, suffix: str
) -> None:
    data = as_printed(read(saved(suffix) / f"{plan.slug}{suffix}"))

    assert differences(expected(plan.slug), data, exactly) == []


@by_slug
@pytest.mark.parametrize("name", WRITTEN)
def test_every_quote_stands_where_it_says(tmp_path: Path, plan: Plan, name: str) -> None:
    reading = read(written(plan, tmp_path, name))
    lines = {line.number: line for line in lines_of(repaired(reading.source).blocks)}

    found = list(quotes(reading))
    assert len(found) > 10
    for quote in found:
        between = range(quote.line, quote.last_line + 1)
        printed = "".join(lines[number].text for number in between if number in lines)
        assert squash(nfc(quote.text)) in squash(nfc(printed))
        if reading.source.format == "pdf":
            assert quote.boxes


def quotes(reading: Reading) -> Iterator[Quote]:
    yield from reading.header.quotes.values()
    for task in reading.tasks:
        yield from (*task.quotes, *task.deadline_quotes)
        yield from (office.quote for office in (*task.leads, *task.coordinating) if office.quote)
    for target in reading.targets:
        yield from target.quotes


@by_slug
def test_a_slip_in_a_field_is_told(tmp_path: Path, plan: Plan) -> None:
    want = expected(plan.slug)
    data = as_printed(read(written(plan, tmp_path, "Word")))
    data["tasks"][0]["deadline"]["end"] = "1999-12-31"
    data["targets"][0]["comparator"] = "about"

    assert len(differences(want, data, exactly)) == 2


def test_the_old_encodings_hold_every_letter() -> None:
    letters = "Ủy ban nhân dân xã Đất Mũi: kế hoạch, quyết định, hướng dẫn, thẩm định, ngõ hẻm, kỹ sư, ỷ lại, tỵ nạn"

    assert from_vni(in_vni(letters)) == letters
    assert loosely(from_tcvn3(in_tcvn3(letters))) == loosely(letters)
