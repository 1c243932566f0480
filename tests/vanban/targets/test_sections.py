"""The aims of a plan: one for every figure, each with its indicator, unit and period."""

from pathlib import Path

from tests.vanban.assignments.plans import plan, reading_of
from tests.vanban.documents import text_source
from vanban.model import Confidence, Line, Quote, Source, Target
from vanban.passages import lines_of
from vanban.reader import read_source
from vanban.sources import open_source
from vanban.text import squash

SAMPLE = Path(__file__).parent.parent / "files" / "ke-hoach-mau.txt"
HEAD = "KẾ HOẠCH\nTrồng rừng năm 2024\n\nI. MỤC ĐÍCH\n1. Trồng 5 ha rừng cho đẹp.\n\nII. {}\n"
REST = "\nIII. NHIỆM VỤ\n1. Trồng 100 ha rừng.\n"


def targets(folder: Path, items: str, heading: str = "MỤC TIÊU") -> tuple[Target, ...]:
    source = text_source(HEAD.format(heading) + items + REST, folder)
    return read_source(source).targets


def test_only_the_section_on_targets_sets_targets(tmp_path: Path) -> None:
    found = targets(tmp_path, "- Tỷ lệ che phủ đạt 42%.\n")

    assert [(one.indicator, one.values) for one in found] == [("Tỷ lệ che phủ", ("42",))]


def test_a_plan_without_such_a_section_sets_none(tmp_path: Path) -> None:
    assert targets(tmp_path, "- Tỷ lệ che phủ đạt 42%.\n", heading="YÊU CẦU") == ()


def test_the_nearest_heading_gives_the_period(tmp_path: Path) -> None:
    items = (
        "1. Giai đoạn 2021-2025\n- Tỷ lệ che phủ đạt 42%.\n"
        "2. Đến năm 2030\n- Tỷ lệ che phủ đạt 45%.\n- Tỷ lệ sống đạt 80% vào năm 2027.\n"
    )

    periods = [(one.start, one.end) for one in targets(tmp_path, items)]

    assert periods == [
        ("2021-01-01", "2025-12-31"),
        (None, "2030-12-31"),
        ("2027-01-01", "2027-12-31"),
    ]


def test_a_line_without_a_mark_gives_the_period_of_the_items_below_it(tmp_path: Path) -> None:
    items = (
        "Đến năm 2026:\n- Tỷ lệ che phủ đạt 42%.\n\nĐến năm 2030:\n- Tỷ lệ che phủ đạt 45%.\n\n"
        "Về rừng trồng:\n- Tỷ lệ sống đạt 80%.\n"
    )

    assert [one.end for one in targets(tmp_path, items)] == [
        "2026-12-31",
        "2030-12-31",
        "2030-12-31",
    ]


def test_each_year_may_be_said_before_the_figure(tmp_path: Path) -> None:
    first, second, third = targets(
        tmp_path, "- Mỗi năm mở 02 vườn ươm, có 60 học viên trở lên; trồng mới ít nhất 5 ha rừng.\n"
    )

    assert (first.indicator, first.recurrence) == ("mở vườn ươm", "year")
    assert second.recurrence == "year"
    assert third.recurrence is None


def test_what_the_counted_things_do_is_no_part_of_the_unit(tmp_path: Path) -> None:
    (found,) = targets(tmp_path, "- Có ít nhất 06 hợp tác xã hoạt động hiệu quả.\n")

    assert (found.unit, found.indicator) == ("hợp tác xã", "hợp tác xã hoạt động hiệu quả")


def test_without_a_heading_the_title_gives_the_period(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "- Tỷ lệ che phủ đạt 42%.\n")

    assert (target.start, target.end) == ("2024-01-01", "2024-12-31")
    assert target.section == "II. MỤC TIÊU"


def test_requirements_beside_the_targets_are_none(tmp_path: Path) -> None:
    items = "1. Mục tiêu\n- Trồng 20 ha.\n2. Yêu cầu\n- Mỗi xã cử 02 người.\n"

    found = targets(tmp_path, items, heading="MỤC TIÊU, YÊU CẦU")

    assert [one.values for one in found] == [("20",)]


def test_each_figure_of_a_sentence_is_a_target_of_its_own(tmp_path: Path) -> None:
    items = (
        "- Tỷ lệ che phủ đạt trên 42%, rừng phòng hộ đạt 30%; trồng mới hơn 50 ha mỗi năm,\n"
        "không kể cây phân tán.\n"
    )

    first, second, third = targets(tmp_path, items)

    assert (first.indicator, first.text) == ("Tỷ lệ che phủ", "Tỷ lệ che phủ đạt trên 42%")
    assert (second.indicator, second.text) == ("Tỷ lệ rừng phòng hộ", "rừng phòng hộ đạt 30%")
    assert (third.indicator, third.unit, third.recurrence) == ("trồng mới", "ha/năm", "year")


def test_a_part_is_measured_as_its_whole(tmp_path: Path) -> None:
    items = "- Tốc độ tăng trưởng lâm nghiệp đạt 5%/năm, trong đó chế biến gỗ đạt 7%/năm (giá so sánh năm 2010).\n"

    whole, part = targets(tmp_path, items)

    assert part.indicator == "Tốc độ tăng trưởng chế biến gỗ"
    assert part.confidence == Confidence.SURE
    assert (whole.price_basis, part.price_basis) == ("giá so sánh năm 2010",) * 2


def test_an_inherited_measure_that_is_not_called_a_part_is_to_be_checked(tmp_path: Path) -> None:
    _, second = targets(tmp_path, "- Tỷ lệ che phủ đạt 42%, rừng phòng hộ đạt 30%.\n")

    assert second.confidence == Confidence.CHECK
    assert [finding.code for finding in second.findings] == ["inherited-measure"]


def test_a_count_inside_an_activity_is_to_be_checked(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "- Kêu gọi vốn xây dựng 01 vườn ươm.\n")

    assert (target.indicator, target.values) == ("Kêu gọi vốn xây dựng vườn ươm", ("1",))
    assert [finding.code for finding in target.findings] == ["count-in-activity"]


def test_an_aim_in_words_has_no_figure(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "- Khuyến khích trồng cây bản địa ở nơi đất dốc.\n")

    assert (target.values, target.comparator, target.unit) == ((), None, None)
    assert target.text == "Khuyến khích trồng cây bản địa ở nơi đất dốc"


def test_of_a_change_the_figure_reached_is_the_target(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "- Giảm tỷ lệ cháy rừng từ 5% xuống 3%.\n")

    assert target.values == ("3",)


def test_a_figure_that_leads_its_sentence_measures_what_follows(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "- 100% xã có tổ bảo vệ rừng.\n")

    assert (target.values, target.unit, target.indicator) == (("100",), "%", "xã có tổ bảo vệ rừng")


def test_sentences_before_the_figure_are_no_part_of_the_target(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "- Giữ rừng là trên hết. Tỷ lệ che phủ đạt 42%.\n")

    assert target.text == "Tỷ lệ che phủ đạt 42%"


def test_quotes_stand_on_their_lines_across_a_page_break(tmp_path: Path) -> None:
    items = "- Tỷ lệ che phủ của rừng phòng hộ đầu nguồn trong toàn\n\n7\n\nvùng đạt ít nhất 42%.\n"
    source = text_source(HEAD.format("MỤC TIÊU") + items + REST, tmp_path)

    (target,) = read_source(source).targets

    printed = {line.number: line.text for line in source.blocks}  # type: ignore[union-attr]
    assert target.text.endswith("trong toàn vùng đạt ít nhất 42%")
    for quote in target.quotes:
        place = "".join(printed[number] for number in range(quote.line, quote.last_line + 1))
        assert squash(quote.text) in squash(place)
    assert squash("".join(quote.text for quote in target.quotes)) == squash(target.text)


def test_what_is_left_of_a_deleted_sentence_is_no_aim(tmp_path: Path) -> None:
    items = "1. Đến năm 2030\n-  .\n- Trồng mới đạt 50 ha.\n-  ;\n"

    (target,) = targets(tmp_path, items)

    assert (target.values, target.end) == (("50",), "2030-12-31")


def blanked(lines: list[str], quotes: tuple[Quote, ...]) -> list[str]:
    """The lines with the quoted words, in order, turned into white space."""
    left = list(lines)
    for quote in quotes:
        line, place = quote.line - 1, 0
        for word in quote.text.split():
            while (found := left[line].find(word, place)) < 0:
                line, place = line + 1, 0
            left[line] = left[line][:found] + " " * len(word) + left[line][found + len(word) :]
            place = found + len(word)
    return left


def test_every_target_vanishes_with_its_words_and_no_other_does() -> None:
    source = open_source(SAMPLE)
    printed = [line.text for line in lines_of(source.blocks)]
    whole = read_source(source).targets

    assert whole != ()
    for place, target in enumerate(whole):
        left = blanked(printed, target.quotes)
        reading = read_source(
            Source(tuple(map(Line, range(1, len(left) + 1), left)), "text", printed=True)
        )
        others = [one.text for one in whole if one is not whole[place]]
        assert [one.text for one in reading.targets] == others


def test_marks_with_a_dash_and_fractions_part_the_items() -> None:
    body = "I- MỤC TIÊU\n1- Mục tiêu cụ thể\n1. Trồng 20 cây.\n2. 3/4 số xã có vườn ươm.\n3. Mở 5 lớp.\n"
    found = reading_of(plan(body)).targets
    assert [(one.text, one.values) for one in found if one.values] == [
        ("Trồng 20 cây", ("20",)),
        ("Mở 5 lớp", ("5",)),
    ]
    assert "3/4 số xã có vườn ươm" in [one.text for one in found]
