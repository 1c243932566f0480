"""Activities by the Vietnamese Standard Industrial Classification (VSIC), level 4, in both versions in use.

Decision 27/2018/QĐ-TTg, and Decision 36/2025/QĐ-TTg in force since 15/11/2025: a number may mean another thing in the
other version, so a code is looked up with its version. Numbers of 2025 are verified, words are shortened; of 2018
those marked so below are from memory (not verified).
"""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _


class Version(models.TextChoices):
    OF_2018 = "2018", _("VSIC 2018")
    OF_2025 = "2025", _("VSIC 2025")


ALIKE = {
    "1010": "chế biến thịt",
    "1020": "chế biến thủy sản",
    "1030": "chế biến rau quả",
    "1040": "sản xuất dầu, mỡ",
    "1050": "chế biến sữa",
    "1061": "xay xát và sản xuất bột thô",
    "1062": "sản xuất tinh bột",
    "1071": "làm bánh từ bột",
    "1074": "làm mì, bún, miến",
    "1075": "món ăn chế biến sẵn",
    "1079": "sản xuất thực phẩm khác",
    "1080": "thức ăn gia súc, gia cầm, thủy sản",
    "1312": "dệt vải",
    "1313": "hoàn thiện sản phẩm dệt",
    "1392": "may sẵn hàng dệt (trừ trang phục)",
    "1394": "dây bện, lưới",
    "1410": "may trang phục",
    "1610": "cưa, xẻ, bào gỗ",
    "1629": "sản phẩm từ gỗ, tre, nứa, rơm, tết bện",
    "2220": "sản phẩm từ plastic",
    "2392": "gạch và vật liệu xây dựng từ đất sét",
    "2395": "bê tông và sản phẩm từ bê tông",
    "2511": "cấu kiện kim loại",
    "2592": "gia công cơ khí",
    "2599": "sản phẩm kim loại khác",
    "2821": "máy nông nghiệp, lâm nghiệp",
    "2825": "máy chế biến thực phẩm",
    "3011": "đóng tàu, thuyền",
    "3320": "lắp đặt máy, thiết bị công nghiệp",
    "3530": "hơi nước, nước đá",
}
ACTIVITIES = {
    Version.OF_2018: ALIKE
    | {
        "1104": "đồ uống không cồn, nước khoáng",
        # not verified
        "1101": "rượu mạnh",
        "1623": "bao bì bằng gỗ",
        "1702": "giấy nhăn, bìa nhăn, bao bì từ giấy",
        "2012": "phân bón",
        "2396": "cắt, tạo dáng, hoàn thiện đá",
        "3100": "giường, tủ, bàn, ghế",
        "3312": "sửa chữa máy móc, thiết bị",
        "3315": "sửa chữa phương tiện vận tải",
        "3511": "sản xuất điện",
    },
    Version.OF_2025: ALIKE | {"1105": "đồ uống không cồn, nước khoáng"},
}
CODE = re.compile(r"\d{4,5}", re.ASCII)


def is_code(text: str) -> bool:
    """Whether a text can be a code of level 4 or 5."""
    return CODE.fullmatch(text) is not None


def activity(version: str, code: str) -> str | None:
    """What a code of level 4 or 5 means in a version, in Vietnamese; None for one that is not in the table."""
    return ACTIVITIES[Version(version)].get(code[:4])
