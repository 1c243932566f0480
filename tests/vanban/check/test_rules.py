"""Every rule says what is wrong, and keeps silent about what is right: each pair in our own words."""

import pytest

from tests.vanban.check.own_words import codes_on, remarks_on
from vanban.check.registry import sentence

HEAD = (
    "ỦY BAN NHÂN DÂN XÃ SEN HỒNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 05/KH-UBND",
    "Sen Hồng, ngày 09 tháng 02 năm 2026",
    "KẾ HOẠCH",
    "Trồng cây ven đường năm 2026",
)
END = (
    "Các đơn vị báo cáo về Ủy ban nhân dân xã để xem xét, quyết định./.",
    "Nơi nhận:",
    "- Các ban, ngành;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
)


def plan(*body: str, **instead: str) -> tuple[str, ...]:
    """A plan in due form around `body`; `instead` replaces lines of the head: number="Số: 5/KH-UBND"."""
    places = {"number": 3, "day": 4, "kind": 5, "title": 6, "motto": 2, "nation": 1}
    head = list(HEAD)
    for name, line in instead.items():
        head[places[name]] = line
    return (*(line for line in head if line), *body, *END)


def task(
    number: int, title: str, office: str = "Phòng Kinh tế", due: str = "quý II/2026"
) -> list[str]:
    return [
        f"{number}. {title}",
        f"- Cơ quan chủ trì: {office}.",
        f"- Thời gian hoàn thành: {due}.",
        "- Sản phẩm: Báo cáo.",
    ]


def tasks(*items: list[str]) -> list[str]:
    return ["I. NHIỆM VỤ", *(line for item in items for line in item)]


WRONG: dict[str, tuple[str, ...]] = {
    "repeated-number": plan("I. MỤC ĐÍCH", "Che bóng.", "I. NHIỆM VỤ", "Trồng cây."),
    "skipped-number": plan("I. MỤC ĐÍCH", "Che bóng.", "III. NHIỆM VỤ", "Trồng cây."),
    "blank-number": plan("I. MỤC ĐÍCH", number="Số:      /KH-UBND"),
    "blank-day": plan("I. MỤC ĐÍCH", day="Sen Hồng, ngày     tháng 02 năm 2026"),
    "no-national-name": plan("I. MỤC ĐÍCH", nation=""),
    "no-motto": plan("I. MỤC ĐÍCH", motto=""),
    "number-form": plan("I. MỤC ĐÍCH", number="Số: 5/KH-UBND"),
    "day-form": plan("I. MỤC ĐÍCH", day="Sen Hồng, ngày 9 tháng 2 năm 2026"),
    "kind-and-symbol": plan("I. MỤC ĐÍCH", number="Số: 05/BC-UBND"),
    "basis-wording": plan("Căn cứ vào Luật Đất đai ngày 18 tháng 01 năm 2024;", "I. MỤC ĐÍCH"),
    "basis-mark": plan(
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024",
        "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017.",
        "I. MỤC ĐÍCH",
    ),
    "basis-incomplete": plan("Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh;", "I. MỤC ĐÍCH"),
    "annex-year": plan(
        "Danh mục nêu tại Phụ lục.", "PHỤ LỤC", "(Kèm theo Kế hoạch số 05/KH-UBND ngày 09 tháng 02 năm 2025)"
    ),
    "annex-day": plan(
        "Danh mục nêu tại Phụ lục.", "PHỤ LỤC", "(Kèm theo Kế hoạch số 05/KH-UBND ngày 10 tháng 02 năm 2026)"
    ),
    "annex-number": plan(
        "Danh mục nêu tại Phụ lục.", "PHỤ LỤC", "(Kèm theo Kế hoạch số 15/KH-UBND ngày 09 tháng 02 năm 2026)"
    ),
    "no-such-annex": plan(
        "Danh mục nêu tại Phụ lục I và Phụ lục III.", "PHỤ LỤC I", "DANH MỤC CÂY", "PHỤ LỤC II", "DANH MỤC ĐƯỜNG"
    ),
    "annex-absent": plan("Danh mục nêu tại Phụ lục I kèm theo Kế hoạch này."),
    "no-such-section": plan("I. MỤC ĐÍCH", "Che bóng.", "II. VIỆC LÀM", "Làm các việc nêu tại Phần V Kế hoạch này."),
    "two-leads": plan(*tasks(task(1, "Ươm cây giống tại vườn ươm của xã", "Phòng Kinh tế; Hội Nông dân xã"))),
    "no-deadline": plan(
        *tasks(
            task(1, "Ươm cây giống tại vườn ươm"),
            ["2. Đào hố dọc tuyến đường", "- Cơ quan chủ trì: Đoàn Thanh niên xã."],
        )
    ),
    "same-task": plan(
        *tasks(*(task(number, "Trồng cây bóng mát dọc theo tuyến đường liên thôn") for number in (1, 2)))
    ),
    "office-two-names": plan(
        *tasks(
            task(1, "Ươm cây giống tại vườn ươm", "Phòng Kinh tế và Hạ tầng"),
            task(2, "Đào hố trồng cây", "Phòng KT-HT"),
        )
    ),
    "waiting-deadline": plan(*tasks(task(1, "Mở rộng vườn ươm của xã", due="sau khi tỉnh giao đất"))),
    "deadline-before-issue": plan(*tasks(task(1, "Ươm cây giống tại vườn ươm", due="trước ngày 15/01/2026"))),
    "deadline-outside-period": plan(*tasks(task(1, "Ươm cây giống tại vườn ươm", due="quý II/2027"))),
    "impossible-day": plan("I. MỤC ĐÍCH", "Ra quân ngày 31/4/2026 tại các thôn."),
    "no-such-quarter": plan("I. MỤC ĐÍCH", "Tổng kết việc trồng cây trong quý V/2026."),
    "span-backwards": plan("I. MỤC ĐÍCH", "Ra quân từ ngày 15/9 đến 10/9/2026 tại các thôn."),
    "vague-time": plan(
        *tasks(task(1, "Ươm cây giống tại vườn ươm của xã"), task(2, "Đào hố dọc đường", due="trong thời gian tới"))
    ),
    "target-two-figures": plan(
        "I. MỤC TIÊU",
        "1. Đến cuối năm 2026, tỷ lệ tuyến đường có cây che bóng đạt 70%.",
        "II. CHỈ TIÊU",
        "1. Đến cuối năm 2026, tỷ lệ tuyến đường có cây che bóng đạt 80%.",
    ),
    "other-weekday": plan("I. MỤC ĐÍCH", "Ra quân vào thứ Hai, ngày 10/02/2026 tại các thôn."),
    "parts-and-whole": plan(
        "I. KINH PHÍ",
        "Tổng kinh phí 300 triệu đồng, gồm: ngân sách xã 100 triệu đồng, vốn khác 150 triệu đồng.",
    ),
    "share-over-100": plan("I. MỤC TIÊU", "Tỷ lệ hộ dân tham gia trồng cây đạt 120% vào cuối năm."),
    "more-than-all": plan("I. MỤC TIÊU", "Cơ cấu cây trồng gồm cây gỗ 50%, cây hoa 40%, cây ăn quả 30%."),
    "other-count": plan("I. NHIỆM VỤ", "Đợt ra quân gồm 3 nội dung sau:", "1. Đào hố.", "2. Trồng cây."),
    "cited-two-days": plan(
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh;",
        "I. MỤC ĐÍCH",
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 06/01/2026 của Ủy ban nhân dân tỉnh.",
    ),
    "cited-later": plan("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh;", "I. MỤC ĐÍCH"),
    "cited-two-terms": plan(
        "I. MỤC ĐÍCH",
        "Thực hiện Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương khóa XI.",
        "Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương khóa XII đã nêu rõ.",
    ),
    "unexplained-letters": plan("I. MỤC ĐÍCH", "Giao các thôn báo về BQLVU trước cuối tháng."),
    "two-spellings": plan("I. MỤC ĐÍCH", "Hằng năm bón phân, hàng năm tỉa cành."),
    "word-twice": plan("I. MỤC ĐÍCH", "Giữ đất của của các thôn ven đường."),
    "signed-for-whom": (*HEAD, "I. MỤC ĐÍCH", *END[:4], "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
    "signed-alone": (*HEAD, "I. MỤC ĐÍCH", *END[:4], "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "no-recipients": (*HEAD, "I. MỤC ĐÍCH", END[0], *END[4:]),
    "no-archive-line": (*HEAD, "I. MỤC ĐÍCH", *END[:3], *END[4:]),
    "no-closing-mark": (*HEAD, "I. MỤC ĐÍCH", "Che bóng cho đường.", *END[1:]),
}  # fmt: skip

RIGHT: dict[str, tuple[str, ...]] = {
    "numbers that begin again under a new heading": plan(
        "I. MỤC ĐÍCH", "1. Che bóng.", "2. Giữ đất.", "II. NHIỆM VỤ", "1. Ươm cây.", "2. Trồng cây."
    ),
    "the letters of the Vietnamese alphabet": plan(
        "I. NHIỆM VỤ", *(f"{letter}) Việc này." for letter in "abcdđeghik")
    ),
    "a full number and a full day": plan("I. MỤC ĐÍCH", "Che bóng cho đường."),
    "months from 3 without a 0": plan("I. MỤC ĐÍCH", day="Sen Hồng, ngày 19 tháng 3 năm 2026"),
    "a blank guide line": plan(
        "Danh mục nêu tại Phụ lục.", "PHỤ LỤC", "(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng     năm 2026)"
    ),
    "laws cited by name": plan("Căn cứ Luật Đất đai;", "Căn cứ Luật Lâm nghiệp.", "I. MỤC ĐÍCH"),
    "two offices with the same letters": plan(
        *tasks(task(1, "Ươm cây giống tại vườn", "Sở Tài chính"), task(2, "Đào hố trồng cây", "Sở Tư pháp"))
    ),
    "everybody's abbreviations": plan("I. MỤC ĐÍCH", "UBND xã giao HTX và các thôn làm."),
    "letters that are explained": plan(
        "I. MỤC ĐÍCH", "Ban Quản lý vườn ươm (sau đây gọi tắt là BQLVU) nhận cây.", "BQLVU giao cây."
    ),
    "tasks alike but for one word": plan(
        *tasks(task(1, "Trồng cây bóng mát dọc đường thôn Đông"), task(2, "Trồng cây bóng mát dọc đường thôn Đoài"))
    ),
    "the last day of February in a leap year": plan("I. MỤC ĐÍCH", "Tổng kết ngày 29/02/2028 tại xã."),
    "spans that cross the turn of a year": plan(
        "I. MỤC ĐÍCH", "Trồng cây từ 15/12 đến 10/01/2027, tưới cây từ ngày 01 đến ngày 15/3/2026."
    ),
    "an annex of another document": plan(
        "I. MỤC ĐÍCH", "Chọn cây theo Phụ lục II kèm theo Quyết định của Ủy ban nhân dân tỉnh."
    ),
    "the right weekday": plan("I. MỤC ĐÍCH", "Ra quân vào thứ Ba, ngày 10/02/2026 tại các thôn."),
    "parts of which not all are named": plan(
        "I. KINH PHÍ", "Tổng kinh phí 300 triệu đồng, trong đó ngân sách xã 100 triệu đồng, xã hội hóa 50 triệu đồng."
    ),
    "more than planned": plan("I. MỤC TIÊU", "Tỷ lệ thu ngân sách so với dự toán đạt 110% vào cuối năm."),
    "as many as announced": plan("I. NHIỆM VỤ", "Đợt ra quân gồm 2 nội dung sau:", "1. Đào hố.", "2. Trồng cây."),
    "one document cited twice": plan(
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh;",
        "I. MỤC ĐÍCH",
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh.",
    ),
    "words that are doubled on purpose": plan("I. MỤC ĐÍCH", "Luôn luôn tưới cây, ngày ngày nhổ cỏ."),
    "recurring work of every year": plan(*tasks(task(1, "Tưới cây dọc đường trong xã", due="hằng năm"))),
    "an outlook of the title": plan(
        *tasks(task(1, "Ươm cây giống tại vườn ươm", due="năm 2029")),
        title="Trồng cây ven đường đến năm 2026, tầm nhìn đến năm 2030",
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_said(code: str) -> None:
    assert code in codes_on(*WRONG[code])


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_raises_no_remark(case: str) -> None:
    assert [sentence(one, "vi") for one in remarks_on(*RIGHT[case])] == []


def test_a_plan_older_than_the_decree_is_not_held_against_it() -> None:
    old = plan("I. MỤC ĐÍCH", day="Sen Hồng, ngày 9 tháng 2 năm 2011", motto="")

    assert not {"no-motto", "day-form"} & set(codes_on(*old))


def test_words_alone_do_not_prove_that_the_form_is_missing() -> None:
    lines = plan("I. MỤC ĐÍCH", nation="", motto="")

    assert not {"no-motto", "no-national-name"} & set(codes_on(*lines, form="text"))


def test_a_party_document_has_a_form_of_its_own() -> None:
    lines = ("ĐẢNG CỘNG SẢN VIỆT NAM", *plan("I. MỤC ĐÍCH", nation="", motto="")[1:])

    assert not {"no-motto", "no-national-name"} & set(codes_on(*lines))


def test_the_name_of_the_attached_plan_must_be_that_in_the_decision() -> None:
    decision = (
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây ven đường giai đoạn 2026-2030.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        "KẾ HOẠCH",
    )
    guide = ("(Ban hành kèm theo Quyết định số 05/QĐ-UBND)", "I. MỤC ĐÍCH")

    other = codes_on(*decision, "TRỒNG CÂY VEN ĐƯỜNG", *guide)
    same = codes_on(*decision, "TRỒNG CÂY VEN ĐƯỜNG GIAI ĐOẠN 2026-2030", *guide)

    assert ("other-title" in other, "other-title" in same) == (True, False)
