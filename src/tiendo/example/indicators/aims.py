"""How every target of the example is judged: its form, what feeds it, where it starts from, and what works for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.example.registers.ties import DUTY, TASK
from tiendo.indicators.judging.values import Form, Verdict

Work = tuple[str, str]  # kind and number of a task or duty
VISION = 2026  # the targets for 2030 begin when the term to 2025 is over
PER_MILLION = Decimal("0.001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A target by its place in the plan and its first words, and how it is judged.

    `base_value` is the level of 2020 where the series does not have it, in the unit of the target.
    """

    position: int
    words: str
    form: Form
    indicator: str = ""
    first_year: int | None = None
    base_year: int | None = None
    base_value: Decimal | None = None
    scale: Decimal = Decimal(1)
    note: str = ""
    served_by: tuple[Work, ...] = ()

    @property
    def facts(self) -> dict[str, Any]:
        """The columns of its binding."""
        names = ("form", "first_year", "base_year", "base_value", "scale", "note")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict of the coordinator on a target in words."""

    position: int
    day: date
    verdict: Verdict
    words: str


def _work(tasks: str, duties: str = "") -> tuple[Work, ...]:
    named = ((TASK, number) for number in tasks.split())
    return (*named, *((DUTY, number) for number in duties.split()))


BOUND = (
    Bound(
        position=1,
        words="Tỷ trọng công nghiệp chiếm tối thiểu 12,5%",
        form=Form.LEVEL,
        indicator="ty-trong-cn",
        base_year=2020,
        served_by=_work("6 7 10 11", "2.1"),
    ),
    Bound(
        position=2,
        words="Tốc độ tăng trưởng công nghiệp bình quân là 8,0%/năm",
        form=Form.MEAN_GROWTH,
        indicator="gtsx-cn",
        base_year=2020,
        note="Tính từ giá trị sản xuất năm 2020, không lấy trung bình cộng các tốc độ.",
        served_by=_work("5 6 11", "2.6"),
    ),
    Bound(
        position=3,
        words="trong đó riêng khâu chế biến đạt 6,5%/năm",
        form=Form.MEAN_GROWTH,
        indicator="gtsx-che-bien",
        base_year=2020,
        note="Là một phần của chỉ tiêu trên nên cũng là bình quân của cả giai đoạn.",
        served_by=_work("5 10"),
    ),
    Bound(
        position=4,
        words="Tỷ lệ lao động công nghiệp đã qua đào tạo lên trên 75%",
        form=Form.LEVEL,
        indicator="qua-dao-tao",
        base_year=2020,
        base_value=Decimal("64.2"),
        served_by=_work("8", "5.1"),
    ),
    Bound(
        position=5,
        words="riêng lao động học nghề bài bản đạt 60%",
        form=Form.LEVEL,
        indicator="dao-tao-nghe",
        base_year=2020,
        base_value=Decimal("48.2"),
        served_by=_work("8", "5.1"),
    ),
    Bound(
        position=6,
        words="số việc làm tăng thêm hơn 550 lao động mỗi năm",
        form=Form.EACH_YEAR,
        indicator="viec-lam",
        served_by=_work("8 9"),
    ),
    Bound(
        position=7,
        words="Giá trị hàng công nghiệp xuất khẩu đạt 100 triệu USD",
        form=Form.LEVEL,
        indicator="xuat-khau",
        base_year=2020,
        base_value=Decimal("8.1"),
        scale=PER_MILLION,
        note="Sổ ghi nghìn USD, chỉ tiêu là triệu USD.",
        served_by=_work("4 6 11"),
    ),
    Bound(
        position=8,
        words="Huy động vốn làm hạ tầng cho 01 cụm công nghiệp",
        form=Form.CUMULATIVE,
        indicator="cum-moi",
        note="Đếm cụm thành lập trong giai đoạn; cụm làng nghề có từ trước không được tính.",
        served_by=_work("2 7", "2.3"),
    ),
    Bound(
        position=9,
        words="Vận động cơ sở chế biến gạo, cá tra, rau quả đổi mới công nghệ",
        form=Form.WORDS,
        served_by=_work("5 6", "2.6"),
    ),
    Bound(
        position=10,
        words="Tỷ trọng công nghiệp chiếm tối thiểu 15%",
        form=Form.LEVEL,
        indicator="ty-trong-cn",
        first_year=VISION,
        base_year=VISION - 1,
        served_by=_work("10"),
    ),
    Bound(
        position=11,
        words="công nghiệp chế tạo chiếm 5-6%",
        form=Form.LEVEL,
        indicator="ty-trong-che-tao",
        note="Chưa có cơ quan nào gửi số; sổ cơ sở có các xưởng của ngành 28.",
    ),
    Bound(
        position=12,
        words="Đưa công nghệ cao vào chế biến nông sản",
        form=Form.WORDS,
        first_year=VISION,
        served_by=_work("5"),
    ),
    Bound(
        position=13,
        words="Phát triển các cụm công nghiệp đúng với đề án",
        form=Form.WORDS,
        served_by=_work("2"),
    ),
)
SAID = (
    Said(
        9,
        date(2023, 12, 22),
        Verdict.BEHIND,
        "Đến hết năm 2023 mới có 06 nhãn hiệu còn hiệu lực và 06 cơ sở đổi mới công nghệ theo sổ (số liệu minh họa).",
    ),
    Said(
        9,
        date(2024, 11, 20),
        Verdict.ON_COURSE,
        "Sổ nhãn hiệu có 07 nhãn hiệu còn hiệu lực, sổ năng suất có thêm 02 cơ sở đổi mới công nghệ trong năm"
        " (số liệu minh họa).",
    ),
    Said(
        13,
        date(2024, 11, 20),
        Verdict.BEHIND,
        "Tỉnh chưa duyệt lại đề án nên chưa lập được cụm nào theo đề án (số liệu minh họa).",
    ),
)
