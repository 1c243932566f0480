"""Files that once broke the reader, found by `make fuzz`: each is judged again."""

from pathlib import Path

import pytest

from tests.fuzz.mutations import BY_SUFFIX
from tests.fuzz.seeds import seeds
from tests.fuzz.verdict import judge
from tests.fuzz.worker import case

KEPT = Path(__file__).parent / "failures"
FILES = sorted(KEPT.iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_once_broke_the_reader_is_read_or_refused_in_a_sentence(path: Path) -> None:
    assert judge(path.read_bytes(), path.suffix)


@pytest.mark.parametrize("suffix", sorted(BY_SUFFIX))
def test_the_whole_documents_that_are_damaged_are_read_when_they_are_whole(suffix: str) -> None:
    assert {judge(data, suffix) for data in seeds()[suffix]} == {"read"}


@pytest.mark.parametrize("suffix", sorted(BY_SUFFIX))
def test_a_case_of_the_fuzzing_is_the_same_at_every_run_and_not_the_whole_document(
    suffix: str,
) -> None:
    cases = [case(number, suffix) for number in range(6)]

    assert cases == [case(number, suffix) for number in range(6)]
    assert sum(data not in seeds()[suffix] for data in cases) >= 4
