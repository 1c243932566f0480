"""What a figure counts: "%", "%/năm", "% tổng giá trị", "triệu đồng/người/năm", "bác sĩ/10.000 dân"."""

import re
from dataclasses import dataclass

from vanban.targets.figures import MULTIPLIER
from vanban.text import plain

PERCENT = re.compile(
    r"\s?(?P<sign>%|‰|phần\s+trăm(?!\w))(?P<every>\s?/\s?(?:năm|tháng|quý))?", re.I
)
WHOLE = re.compile(
    r"\s+(?P<of>(?:tổng|GRDP|GDP|giá\s+trị|kim\s+ngạch|dân\s+số)(?:\s+[^\W\d_]+){0,6})"
)
_SPELT = r"\((?:[^\W\d_]+\s?){1,4}\)"
_PER = r"(?:\s*/\s*(?:[\d.]+\s+)?[^\W\d_]+\d?(?:\s+dân(?!\w))?)"
NOUN = re.compile(
    rf"\s*(?:{_SPELT}\s+)?(?P<noun>(?:{MULTIPLIER}\s+)*[^\W\d_][\w-]*{_PER}*(?:\s+[^\W\d_][\w-]*{_PER}*){{0,5}}"
    r"(?:\s+trên\s+(?:một|[\d.]+)\s+(?:vạn\s+|nghìn\s+|ngàn\s+|triệu\s+)?dân(?!\w))?)"
)
STOPS = re.compile(
    r"(?<!\w)(?:mỗi|hằng|hàng|trên(?!\s+(?:một|[\d.]+)\s+(?:vạn|nghìn|ngàn|triệu|dân))|trong|vào|tại|ở|của|cho"
    r"|để|được|có|"
    r"trước|sau|hết|cuối|(?:ngày|tháng|năm)(?=\s+\d)|quý(?=\s+[IV\d])|đạt|phục\s+vụ|theo|với|và|so|đến|từ|trở"
    r"|nhằm|bình\s+quân|quy\s+mô|sử\s+dụng|tham\s+gia|(?<=[^\W\d]\s)hoạt\s+động|hướng\s+dẫn|đăng\s+ký|hỗ\s+trợ"
    r"|hoàn\s+thành|"
    r"thực\s+hiện|áp\s+dụng|do|khi|nếu|thuộc|là|đã|đang|sẽ|phải|đều|không|chưa|như|bằng|về|qua|thông\s+qua|"
    r"(?:bao\s+)?gồm|tăng|giảm|lên|xuống|còn|hoặc|ít\s+nhất|tối\s+thiểu|triển\s+khai|tổ\s+chức(?=\s+(?:sự|hội"
    r"|các|lớp|triển)))(?!\w)",
    re.I,
)
# "lần/năm", "người/hộ": a unit for each of these ends there; "sản phẩm/dịch vụ" is one name.
FOR_EACH = re.compile(
    r".*?/\s*(?:năm|quý|tháng|tuần|ngày|giờ|người|hộ|xã|phường|ấp|thôn|bản|huyện|tỉnh|lớp|trường|đơn vị|cơ sở|lượt"
    r"|km2?|m[23²³]|ha|kg|tấn|con|cây)(?!\w)(?:/[^\W\d_]+)*",
    re.I,
)
EVERY = re.compile(r"\s*(?:/\s*|(?:mỗi|hằng|hàng|một)\s+)(?P<every>năm|quý|tháng|tuần)(?!\w)")
RECURRENCES = {"năm": "year", "quý": "quarter", "tháng": "month", "tuần": "week"}
# Things that are always counted together; the comma between them ends no unit.
TOGETHER = re.compile(
    r"(?:xã,\s+phường(?:,\s+(?:thị\s+trấn|đặc\s+khu))?|sở,\s+(?:ban,\s+)?ngành|bộ,\s+ngành|tin,\s+bài|"
    r"thôn,\s+(?:tổ\s+dân\s+phố|ấp|bản)|ấp,\s+khóm|cơ\s+quan,\s+đơn\s+vị|cán\s+bộ,\s+công\s+chức(?:,\s+viên\s+chức)?|"
    r"tỉnh,\s+thành\s+phố|huyện,\s+(?:thị\s+xã,\s+)?thành\s+phố|quận,\s+huyện|sản\s+phẩm,\s+dịch\s+vụ"
    r"|tổ\s+chức,\s+(?:cá\s+nhân|doanh\s+nghiệp))(?!\w)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, on one line, "mỗi năm" as "/năm"; how often it recurs; where it ends in the text."""

    text: str | None
    recurrence: str | None
    end: int


def unit_at(text: str, at: int) -> Unit:
    """The unit behind a figure that ends at `at`."""
    percent = PERCENT.match(text, at)
    if percent:
        return _share(text, percent)
    noun = NOUN.match(text, at)
    if noun is None:
        return Unit(None, None, at)
    begin = noun.start("noun")
    if listed := TOGETHER.match(text, begin):
        return _recurring(text, plain(listed.group()), listed.end())
    stop = STOPS.search(text, begin, noun.end("noun"))
    end = stop.start() if stop else noun.end("noun")
    if each := FOR_EACH.match(text, begin, end):
        end = each.end()
    unit = plain(text[begin:end])
    if not unit:
        return Unit(None, None, at)
    return _recurring(text, unit, begin + len(text[begin:end].rstrip()))


def _recurring(text: str, unit: str, end: int) -> Unit:
    every = EVERY.match(text, end)
    if every:
        return Unit(f"{unit}/{every['every']}", RECURRENCES[every["every"]], every.end())
    recurrence = RECURRENCES.get(unit.rpartition("/")[2].strip()) if "/" in unit else None
    return Unit(unit, recurrence, end)


def _share(text: str, percent: re.Match[str]) -> Unit:
    unit = plain(percent.group()).replace(" ", "")
    unit = "%" if percent["sign"].lower().startswith("ph") else unit
    whole = WHOLE.match(text, percent.end())
    if whole is None or percent["every"]:
        return Unit(unit, None, percent.end())
    stop = STOPS.search(text, whole.start("of"), whole.end("of"))
    end = stop.start() if stop else whole.end("of")
    of = plain(text[whole.start("of") : end])
    return Unit(
        f"{unit} {of}", None, whole.start("of") + len(text[whole.start("of") : end].rstrip())
    )
