"""Labels of a sketch: none over another, none beyond the edge, and the first one asked for has the best place."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tiendo.registers.labels import LETTER, of_number, of_words
from tiendo.ui.charts.room import Box, Room

INSIDE = st.tuples(st.floats(0, 360), st.floats(0, 240))


@given(st.lists(st.tuples(INSIDE, st.text("nhãnABC", max_size=30)), max_size=40))
def test_no_two_shown_labels_overlap_and_none_leaves_the_picture(
    wanted: list[tuple[tuple[float, float], str]],
) -> None:
    room = Room(360, 240)
    boxes = [room.take(of_words(words, at) if words else of_number(at)) for at, words in wanted]
    shown = [box for box in boxes if box]
    assert not any(one.meets(other) for one, other in combinations(shown, 2))
    for box in shown:
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= 360
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= 240


def test_places_on_one_spot_are_staggered_until_there_is_no_room() -> None:
    room = Room(360, 240)
    boxes = [room.take(of_number((180, 120))) for _place in range(60)]
    assert boxes[0] == Box(180, 120, 18, 18)
    shown = [box for box in boxes if box]
    assert 8 < len(shown) < 60
    assert boxes[-1] is None


def test_a_name_in_the_way_of_another_moves_a_line_or_is_left_out() -> None:
    room = Room(360, 240)
    first, second = (room.take(of_words("xã Thường Lạc", (180, 120))) for _each in range(2))
    assert first
    assert second
    assert (first.y, second.y) == (120, 133)
    assert first.width == 13 * LETTER
    assert room.take(of_words("x" * 60, (180, 120))) is None
