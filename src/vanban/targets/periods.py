"""The span of time a heading or a clause gives its figures: "giai đoạn 2021-2025", "đến năm 2030"."""

import re

YEAR = r"(?P<{}>(?:19|20|21)\d\d)(?!\d)"
SPAN = re.compile(
    rf"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|trong)?\s*(?:từ\s+)?(?:năm\s+)?(?<![\d/]){YEAR.format('first')}"
    rf"\s*(?:[-–]|đến)\s*(?:hết\s+)?(?:năm\s+)?{YEAR.format('last')}",
    re.I,
)
UNTIL = re.compile(rf"(?:đến|tới)\s+(?:hết\s+|cuối\s+)*(?:năm\s+)?{YEAR.format('last')}", re.I)
WITHIN = re.compile(rf"(?<!so sánh )(?<!so với )năm\s+{YEAR.format('last')}", re.I)
BRACKETS = re.compile(r"\([^()]*\)")

Period = tuple[str | None, str | None]
NO_PERIOD: Period = (None, None)


def period_of(text: str) -> Period:
    """First and last day, ISO, inclusive. "đến năm 2030" has no first day; no year gives (None, None).

    A year in brackets or one that is compared with ("so với năm 2020") is no period.
    """
    bare = BRACKETS.sub(" ", text)
    if span := SPAN.search(bare):
        return f"{span['first']}-01-01", f"{span['last']}-12-31"
    if until := UNTIL.search(bare):
        return None, f"{until['last']}-12-31"
    if within := WITHIN.search(bare):
        return f"{within['last']}-01-01", f"{within['last']}-12-31"
    return NO_PERIOD
