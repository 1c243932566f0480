"""What the example's offices reported: words are ours, figures are illustrative, days count back from set-up.

The plan's own dates are never bent; what is late, due soon or silent comes from when offices reported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tiendo.progress.models import Occurrence, PeriodKind, Share, WorkState
from tiendo.progress.services import ReportWords


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the example and the day on which it came."""

    day: date
    words: ReportWords


RESULTS = {
    "1": "Đã trình và triển khai Đề án; các phòng và UBND xã, thị trấn nhận kế hoạch chi tiết.",
    "2": "Đã gửi hồ sơ đề xuất bổ sung cụm vào quy hoạch; chờ Tỉnh phê duyệt lại đề án.",
    "3": "Mở 03 lớp tuyên truyền cho 124 cơ sở; phát 600 tờ gấp tại các xã, thị trấn.",
    "4": "Hướng dẫn 18 cơ sở lên sàn thương mại điện tử; 02 buổi phổ biến về phòng vệ thương mại.",
    "5": "Nghiệm thu 02 mô hình trình diễn sấy lúa và chế biến cá tra.",
    "6": "Thêm 04 sản phẩm OCOP 3 sao; 02 đề án khuyến công đang nghiệm thu cơ sở.",
    "7": "Đã đo đạc 62 trên 75 ha; còn vướng bồi thường tại hai khu.",
    "8": "Mở 06 lớp nghề cho 182 học viên; ký 03 thỏa thuận liên kết với doanh nghiệp chế biến.",
    "9": "Hướng dẫn 11 lượt nhà đầu tư; 04 hồ sơ đã được chấp thuận chủ trương.",
    "10": "Liên kết tiêu thụ 1.850 ha lúa chất lượng cao và 210 ha cây ăn trái.",
    "11": "Đã ban hành kế hoạch; 07 doanh nghiệp áp dụng công cụ cải tiến năng suất.",
    "12": "Đã phân bổ vốn cho 05 hạng mục hạ tầng và chương trình khuyến công.",
    "13": "Đã rà soát 46 cơ sở, đề xuất 03 cơ sở đưa vào danh sách theo dõi.",
    "14": "Kiểm tra 21 cơ sở; 02 cơ sở phải khắc phục hệ thống xử lý nước thải.",
}
# What a further lead adds; one that is not here was never heard of.
PARTS = {"6": "Phòng đã hướng dẫn 12 hộ lập hồ sơ OCOP và xây dựng 05 câu chuyện sản phẩm."}
DUTY = "Đã thực hiện theo phân công trong Kế hoạch; chi tiết kèm theo báo cáo năm của cơ quan."
DIFFICULTIES = {
    "6": "Vốn đối ứng của hộ sản xuất chậm.",
    "7": "Đơn giá bồi thường chưa thống nhất.",
    "8": "Doanh nghiệp tuyển theo mùa nên khó tổ chức lớp trên 30 ngày.",
}
# Days before set-up on which the running year was last reported on, and how far the work is.
THIS_YEAR = {"3": (12, 70), "6": (4, 65), "8": (5, 55), "9": (75, 40), "14": (58, 30)}
DONE_THIS_YEAR = {"5": 20, "12": 33}
SPANS = {"7": (40, 80), "10": (430, 45)}
LATE_BEFORE = {"6": 3, "14": 2}  # how many years before set-up a year was done late
MISSED_LAST_YEAR = frozenset({"4", "14"})
SILENT_COMMUNES = ("Thường Thới Hậu A", "Phú Thuận B")


def told(occurrence: Occurrence, today: date) -> Iterator[Told]:
    """What was reported on `occurrence` by `today`; nothing about days to come or before it began."""
    task = occurrence.obligation.task
    if occurrence.obligation.share == Share.ADDS:
        telling = _of_part(occurrence, today)
    else:
        telling = (
            _of_duty(occurrence, today) if task.kind == "duty" else _of_task(occurrence, today)
        )
    for said in telling:
        if occurrence.starts <= said.day <= today:
            yield said


def _of_task(occurrence: Occurrence, today: date) -> Iterator[Told]:
    number = occurrence.obligation.task.number
    if occurrence.kind == PeriodKind.CONDITION:
        yield _in_progress(number, today - timedelta(days=25), None)
    elif number in SPANS:
        yield _in_progress(number, today - timedelta(days=SPANS[number][0]), SPANS[number][1])
    elif occurrence.kind == PeriodKind.SPAN and occurrence.due is not None:
        late = 43 if number == "11" else -11
        yield _done(number, occurrence.due + timedelta(days=late))
    elif occurrence.year < today.year:
        yield from _of_past_year(occurrence, number, today)
    elif number in DONE_THIS_YEAR:
        yield _done(number, today - timedelta(days=DONE_THIS_YEAR[number]))
    elif number in THIS_YEAR:
        days, percent = THIS_YEAR[number]
        yield _in_progress(number, today - timedelta(days=days), percent)


def _of_part(occurrence: Occurrence, today: date) -> Iterator[Told]:
    """What a further lead said of its own part."""
    part = PARTS.get(occurrence.obligation.task.number)
    if part and occurrence.year < today.year:
        day = date(occurrence.year, 12, 9)
        yield Told(day, _words("", WorkState.DONE, 100, part, day))


def _of_past_year(occurrence: Occurrence, number: str, today: date) -> Iterator[Told]:
    if occurrence.year == today.year - 1 and number in MISSED_LAST_YEAR:
        yield _in_progress(number, date(occurrence.year, 9, 18), 35)
    elif number == "4" and occurrence.year == today.year - 2:
        day = date(occurrence.year, 12, 15)
        yield Told(day, ReportWords(work=WorkState.NOTHING_AROSE, illustrative=True))
    elif LATE_BEFORE.get(number) == today.year - occurrence.year:
        yield _done(number, date(occurrence.year + 1, 1, 12))
    else:
        yield _done(number, date(occurrence.year, 12, 5 + int(number)))


def _of_duty(occurrence: Occurrence, today: date) -> Iterator[Told]:
    silent = any(name in occurrence.obligation.agency.name for name in SILENT_COMMUNES)
    if occurrence.year == today.year - 1 and not silent:
        yield Told(
            date(occurrence.year, 12, 18),
            ReportWords(work=WorkState.DONE, result=DUTY, illustrative=True),
        )
    elif occurrence.year == 0:
        yield Told(today - timedelta(days=90), _words("", WorkState.IN_PROGRESS, 30, DUTY))


def _done(number: str, day: date) -> Told:
    return Told(day, _words(number, WorkState.DONE, 100, RESULTS[number], day))


def _in_progress(number: str, day: date, percent: int | None) -> Told:
    return Told(day, _words(number, WorkState.IN_PROGRESS, percent, RESULTS[number]))


def _words(
    number: str, work: WorkState, percent: int | None, result: str, day: date | None = None
) -> ReportWords:
    return ReportWords(
        work=work,
        work_on=day,
        result=result,
        percent=percent,
        difficulties=DIFFICULTIES.get(number, "") if work == WorkState.IN_PROGRESS else "",
        illustrative=True,
    )
