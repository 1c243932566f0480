"""Two people in one form: nobody's words are lost, whatever each of them typed."""

from hypothesis import example, given
from hypothesis import strategies as st

from tiendo.progress.rounds.merging import digest, merge, read_shown, shown

TEXTS = st.sampled_from(["", "Đã mở 02 lớp", "Đã mở 03 lớp", "dòng 1\ndòng 2", "xong "])
NAMES = st.sampled_from(["g-overview", "e1-result", "e2-result"])
FORMS = st.dictionaries(NAMES, TEXTS, min_size=3, max_size=3)


@given(FORMS, FORMS, FORMS)
def test_what_somebody_typed_is_kept_or_shown_to_choose(
    was: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    merged = merge(mine, theirs, read_shown(shown(was)))
    for name in was:
        texts = {digest(merged.values[name]), digest(merged.conflicts.get(name, ""))}
        if digest(mine[name]) != digest(was[name]):
            assert digest(merged.values[name]) == digest(mine[name])
        if digest(theirs[name]) != digest(was[name]):
            assert digest(theirs[name]) in texts


@given(FORMS, FORMS)
def test_without_a_change_of_mine_there_is_no_conflict(
    was: dict[str, str], theirs: dict[str, str]
) -> None:
    merged = merge(was, theirs, read_shown(shown(was)))
    assert merged.conflicts == {}
    assert {name: digest(text) for name, text in merged.values.items()} == {
        name: digest(text) for name, text in theirs.items()
    }


def test_the_way_a_browser_ends_lines_is_no_change() -> None:
    assert digest("dòng 1\r\ndòng 2\r\n") == digest("dòng 1\ndòng 2")


@example("[" * 100_000)
@given(st.text())
def test_a_damaged_field_says_nothing(text: str) -> None:
    assert isinstance(read_shown(text), dict)
