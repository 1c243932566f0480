"""What is measured in the example: each indicator with its code, its unit and where its figures come from.

The plan names the prices of 2010 for growth and none for shares; the example takes those of 2010 for both, and says
so in the definition.
"""

from dataclasses import dataclass, field
from typing import Any

from tiendo.example.people import FINANCE, LABOUR, STANDING
from tiendo.indicators.models import Definition, Gathering, Obtained

ILLUSTRATIVE = "Số liệu minh họa."
AREA = "huyện Hồng Ngự, địa giới đến hết 30/6/2025"
PRICES = "giá so sánh năm 2010"


@dataclass(frozen=True, slots=True)
class Meant:
    """An indicator of the example; `facts` are columns of its definition, `office` gives the figure where one does."""

    code: str
    name: str
    unit: str
    text: str
    office: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def definition(self) -> Definition:
        """What it means, not stored yet."""
        text = f"{self.text} {ILLUSTRATIVE}"
        return Definition(unit=self.unit, area_basis=AREA, text=text, **self.facts)


def _output(over: str = PRICES) -> dict[str, Any]:
    return {"price_basis": over, "over_time": Gathering.SUM}


def _measured(register: str, measure: str, **more: Any) -> dict[str, Any]:
    return {"obtained": Obtained.MEASURE, "register": register, "measure": measure, **more}


def _computed(formula: str, **more: Any) -> dict[str, Any]:
    return {"obtained": Obtained.FORMULA, "formula": formula, **more}


YEARS_OF_ENTERPRISES = "nam-doanh-nghiep"
OUTPUT = (
    Meant(
        "gtsx-cn",
        "Giá trị sản xuất công nghiệp",
        "tỷ đồng",
        "Toàn bộ giá trị sản phẩm và dịch vụ công nghiệp làm ra trên địa bàn trong năm, kể cả cơ sở nhỏ không có"
        " trong sổ.",
        STANDING,
        _output(),
    ),
    Meant(
        "gtsx",
        "Tổng giá trị sản xuất",
        "tỷ đồng",
        "Giá trị sản xuất của nông nghiệp, công nghiệp, xây dựng và dịch vụ trên địa bàn trong năm.",
        FINANCE,
        _output(),
    ),
    Meant(
        "gtsx-che-bien",
        "Giá trị sản xuất công nghiệp chế biến",
        "tỷ đồng",
        "Phần của công nghiệp làm ra thực phẩm từ lúa gạo, thủy sản, rau quả (ngành 10).",
        STANDING,
        _output(),
    ),
    Meant(
        "gtsx-che-tao",
        "Giá trị sản xuất công nghiệp chế tạo",
        "tỷ đồng",
        "Phần của công nghiệp làm ra máy móc, thiết bị, trước hết cho chế biến nông sản (ngành 28). Chưa có cơ quan"
        " nào gửi số.",
        STANDING,
        _output(),
    ),
    Meant(
        "gtsx-so",
        "Giá trị sản xuất của các cơ sở trong sổ",
        "triệu đồng",
        "Cộng từ số liệu năm của từng cơ sở.",
        facts=_measured(YEARS_OF_ENTERPRISES, "gia-tri-2010", price_basis=PRICES),
    ),
)
SHARES = (
    Meant(
        "ty-trong-cn",
        "Tỷ trọng công nghiệp trong tổng giá trị sản xuất",
        "%",
        "Kế hoạch không nói tính theo giá nào; hai vế đều theo giá so sánh năm 2010, cùng gốc với chỉ tiêu tăng"
        " trưởng.",
        facts=_computed("100 × gtsx-cn ÷ gtsx", share=True, price_basis=PRICES),
    ),
    Meant(
        "ty-trong-che-bien",
        "Tỷ trọng chế biến trong công nghiệp",
        "%",
        "Phần của chế biến lúa gạo, thủy sản, rau quả trong công nghiệp.",
        facts=_computed("100 × gtsx-che-bien ÷ gtsx-cn", share=True, price_basis=PRICES),
    ),
    Meant(
        "ty-trong-che-tao",
        "Tỷ trọng công nghiệp chế tạo trong tổng giá trị sản xuất",
        "%",
        "Phần của máy móc, thiết bị trong tổng giá trị sản xuất.",
        facts=_computed("100 × gtsx-che-tao ÷ gtsx", share=True, price_basis=PRICES),
    ),
    Meant(
        "do-phu-so",
        "Phần công nghiệp có trong sổ cơ sở",
        "%",
        "Các cơ sở trong sổ làm ra bao nhiêu phần giá trị sản xuất công nghiệp; phần còn lại là cơ sở nhỏ.",
        facts=_computed("100 × gtsx-so ÷ (1000 × gtsx-cn)", share=True, price_basis=PRICES),
    ),
)
PEOPLE = (
    Meant(
        "lao-dong-cn",
        "Lao động công nghiệp của các cơ sở trong sổ",
        "lao động",
        "Cộng số lao động cuối năm của từng cơ sở.",
        facts=_measured(YEARS_OF_ENTERPRISES, "lao-dong"),
    ),
    Meant(
        "nang-suat-cn",
        "Giá trị sản xuất của một lao động công nghiệp",
        "triệu đồng/lao động",
        "Cả hai vế lấy từ sổ, nên so được với nhau dù sổ không có cơ sở nhỏ.",
        facts=_computed("gtsx-so ÷ lao-dong-cn", price_basis=PRICES),
    ),
    Meant(
        "qua-dao-tao",
        "Tỷ lệ lao động công nghiệp đã qua đào tạo",
        "%",
        "Người có văn bằng, chứng chỉ của khóa từ 3 tháng trở lên hoặc tay nghề tương đương, trong số lao động của"
        " các cơ sở.",
        LABOUR,
        _measured(YEARS_OF_ENTERPRISES, "lao-dong-qua-dao-tao", share=True),
    ),
    Meant(
        "dao-tao-nghe",
        "Tỷ lệ lao động công nghiệp được đào tạo nghề",
        "%",
        "Phần của lao động qua đào tạo học trong hệ thống giáo dục nghề nghiệp.",
        LABOUR,
        _measured(YEARS_OF_ENTERPRISES, "lao-dong-dao-tao-nghe", share=True),
    ),
    Meant(
        "viec-lam",
        "Việc làm tăng thêm",
        "lao động",
        "Người tìm được việc trừ người mất việc, theo sổ từng quý của các xã và cơ sở lớn.",
        LABOUR,
        _measured("viec-lam", "viec-lam-tang-them", over_time=Gathering.SUM, below_zero=True),
    ),
    Meant(
        "lao-dong-ttcn",
        "Lao động tiểu thủ công nghiệp tại hộ",
        "lao động",
        "Người làm nghề thủ công tại nhà, không thuộc cơ sở nào trong sổ; các xã đếm vào cuối năm.",
        LABOUR,
    ),
)
OTHERS = (
    Meant(
        "xuat-khau",
        "Giá trị xuất khẩu hàng công nghiệp",
        "nghìn USD",
        "Trị giá hàng xuất khẩu của các cơ sở trong sổ, đã trừ tạm nhập tái xuất.",
        facts=_measured(YEARS_OF_ENTERPRISES, "xuat-khau", over_time=Gathering.SUM),
    ),
    Meant(
        "hang-qua-cua-khau",
        "Trị giá hàng qua cửa khẩu Thường Phước",
        "triệu USD",
        "Hàng xuất và nhập qua cửa khẩu trong tháng, kể cả hàng nơi khác.",
        STANDING,
        {"over_time": Gathering.SUM},
    ),
    Meant(
        "cum-moi",
        "Cụm công nghiệp được thành lập trong năm",
        "cụm",
        "Cụm có quyết định thành lập trong năm; cụm làng nghề có từ trước không tính vào chỉ tiêu.",
        facts=_measured("cum-cong-nghiep", "cum-thanh-lap-trong-nam", over_time=Gathering.SUM),
    ),
)
MEANINGS = (*OUTPUT, *SHARES, *PEOPLE, *OTHERS)
BY_CODE = {each.code: each for each in MEANINGS}
