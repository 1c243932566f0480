"""A small plan of our own, as the reader would hand it over: every quote stands in the lines it names."""

from vanban.model import (
    Confidence,
    Deadline,
    Duty,
    Finding,
    Header,
    Line,
    Mention,
    Provision,
    Quote,
    Reading,
    Reference,
    Source,
    Target,
    Task,
)

TEXT = """\
ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN
Số:      /KH-UBND
KẾ HOẠCH
Thực hiện phát triển nghề mộc đến năm 2025, tầm nhìn đến năm 2030
Thực hiện Đề án số 12-ĐA/HU ngày 05 tháng 3 năm 2022 của Huyện ủy
I. MỤC TIÊU
- Số thợ được đào tạo đạt ít nhất 40 người mỗi năm.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế và Hạ tầng: Theo dõi chung.
2. UBND các xã, thị trấn: Mở lớp dạy nghề mộc tại xã.
Phụ lục
1
Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho
người học xong.
Phòng KT-HT;
Phòng TC-KH
- UBNDcác xã, thị trấn
Hằng năm
2
Lập quy hoạch làng nghề
Phòng Tài chính - Kế hoạch
(chờ quyết định của Tỉnh)
3
Sửa đường vào làng nghề
Phòng Kinh tế và Hạ tầng
2022-2025"""


def quote(text: str, line: int, last_line: int | None = None) -> Quote:
    return Quote(text, line, last_line or line)


def office(text: str, line: int, name: str = "", **facts: object) -> Mention:
    return Mention(text, name or text, quote=quote(text, line), **facts)


YEARLY = Deadline("Hằng năm", "recurring", recurrence="year")

TASKS = (
    Task(
        no="1",
        title="Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho người học xong.",
        leads=(office("Phòng KT-HT", 15), office("Phòng TC-KH", 16)),
        coordinating=(office("UBNDcác xã, thị trấn", 17, "UBND các xã, thị trấn", group=True),),
        deadline=YEARLY,
        quotes=(
            quote("Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho người học xong.", 13, 14),
        ),
        deadline_quotes=(quote("Hằng năm", 18),),
        section="Phụ lục",
        confidence=Confidence.CHECK,
        findings=(Finding("several-leads"),),
    ),
    Task(
        no="2",
        title="Lập quy hoạch làng nghề",
        leads=(office("Phòng Tài chính - Kế hoạch", 21),),
        coordinating=(),
        deadline=Deadline("(chờ quyết định của Tỉnh)", "conditional"),
        quotes=(quote("Lập quy hoạch làng nghề", 20),),
        deadline_quotes=(quote("(chờ quyết định của Tỉnh)", 22),),
        section="Phụ lục",
        confidence=Confidence.DOUBTFUL,
    ),
    Task(
        no="3",
        title="Sửa đường vào làng nghề",
        leads=(office("Phòng Kinh tế và Hạ tầng", 25),),
        coordinating=(),
        deadline=Deadline("2022-2025", "year-range", "2022-01-01", "2025-12-31"),
        quotes=(quote("Sửa đường vào làng nghề", 24),),
        deadline_quotes=(quote("2022-2025", 26),),
        section="Phụ lục",
    ),
)

DUTIES = (
    Duty(
        actor_no="1.",
        actors=(office("Phòng Kinh tế và Hạ tầng", 9),),
        no="1",
        text="Theo dõi chung.",
        deadline=Deadline(),
        quotes=(quote("Theo dõi chung.", 9),),
    ),
    Duty(
        actor_no="2.",
        actors=(office("UBND các xã, thị trấn", 10, group=True),),
        no="1",
        text="Mở lớp dạy nghề mộc tại xã.",
        deadline=Deadline(),
        quotes=(quote("Mở lớp dạy nghề mộc tại xã.", 10),),
        same_as=("1",),
        confidence=Confidence.CHECK,
    ),
)

AIM = "Số thợ được đào tạo đạt ít nhất 40 người mỗi năm."
TARGETS = (
    Target(
        text=AIM,
        indicator="Số thợ được đào tạo",
        comparator=">=",
        values=("40",),
        unit="người/năm",
        start="2022-01-01",
        end="2025-12-31",
        recurrence="year",
        quotes=(quote(AIM, 7),),
        section="I. MỤC TIÊU",
    ),
)

HEADER = Header(
    issuer="Ủy ban nhân dân huyện Bình Sơn",
    number="/KH-UBND",
    number_blank=True,
    date="2022-03",
    kind="Kế hoạch",
    title="Thực hiện phát triển nghề mộc đến năm 2025, tầm nhìn đến năm 2030",
    references=(
        Reference(
            "carries_out",
            "Đề án số 12-ĐA/HU ngày 05 tháng 3 năm 2022 của Huyện ủy",
            kind="Đề án",
            number="12-ĐA/HU",
            date="2022-03-05",
            issuer="Huyện ủy",
            quote=quote("Đề án số 12-ĐA/HU ngày 05 tháng 3 năm 2022 của Huyện ủy", 5),
        ),
    ),
)


def small_reading() -> Reading:
    """Three tasks (one with two leads, one that waits), two duties (one repeats a task), one target."""
    lines = tuple(Line(number, text) for number, text in enumerate(TEXT.split("\n"), start=1))
    return Reading(
        source=Source(lines, "text", printed=True),
        header=HEADER,
        provisions=(Provision("I.", 1, "MỤC TIÊU", quote("I. MỤC TIÊU", 6)),),
        targets=TARGETS,
        tasks=TASKS,
        duties=DUTIES,
        findings=(Finding("number-blank"),),
    )
