"""Numbers and days as Excel shows them, by the number format of their cell (ECMA-376 part 1, 18.8.30-31).

What Excel leaves to the language of the computer is shown the Vietnamese way: 31/12/2026, decimal comma,
thousands with points. Names of months are shown as numbers.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache

GENERAL = "General"
# Numbers of built-in formats; those for days follow the computer's language.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: GENERAL, 13: GENERAL, 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d/m", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
_TOKEN = re.compile(
    r'"[^"]*"?|\\.?|_.?|\*.?|\[[^\]]*\]?|AM/PM|A/P|General|E[+-]0+|y+|m+|d+|h+|s+|[0#?]+|.',
    re.I | re.S,
)
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_PARTS = re.compile(r'(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;"\\\[])+|(?<=;)(?=;)')
_FIRST, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  a day of a sheet has no zone
_LAST = 2_958_465  # 31/12/9999
_LEAP = 60  # Excel takes 1900 for a leap year: days before this one are one further on
_LONGEST = 60  # characters of a format for days
LARGEST = 1e15  # beyond, a number has no exact digits


def displayed(number: float, form: str, from_1904: bool = False) -> str:
    """The number as a cell of format `form` shows it; days where the format is one for days."""
    part = _part(form, number)
    tokens = _tokens(part)
    if is_date_format(part):
        return _day(number, tokens, from_1904)
    if GENERAL.lower() in part.lower() or not any(token[0] in "0#?" for token in tokens):
        return _literal(tokens, plain_number(number))
    return _number(abs(number) if part is not form and number < 0 else number, tokens)


def plain_number(number: float) -> str:
    """The number with as many digits as it has, at most 10 after the comma."""
    if number == int(number) and abs(number) < LARGEST:
        return str(int(number))
    return (
        f"{number:.10f}".rstrip("0").rstrip(".").replace(".", ",")
        if abs(number) < LARGEST
        else f"{number:g}"
    )


@lru_cache(maxsize=500)
def is_date_format(part: str) -> bool:
    """Whether a format shows days or times."""
    tokens = _tokens(part)
    return any(token[0].lower() in "ymdhs" for token in tokens if len(token) < _LONGEST)


@lru_cache(maxsize=500)
def _tokens(part: str) -> tuple[str, ...]:
    found = (token for token in _TOKEN.findall(_CURRENCY.sub(_symbol, part)))
    return tuple(token for token in found if token[0] not in "[_*")


def _symbol(match: re.Match[str]) -> str:
    return f'"{match[1]}"' if match[1] else ""


def _part(form: str, number: float) -> str:
    """The part of a format for positive numbers, negative ones or zero."""
    parts = _PARTS.findall(form) or [form]
    if number < 0 and len(parts) > 1:
        return str(parts[1])
    return str(parts[2] if number == 0 and len(parts) > 2 else parts[0])


def _unquoted(token: str) -> str:
    return token.strip('"') if token[0] == '"' else token[1:] if token[0] == "\\" else token


def _literal(tokens: tuple[str, ...], number: str) -> str:
    """The number among the words of a format that has no places for digits."""
    words = [number if each.lower() in ("general", "@") else _unquoted(each) for each in tokens]
    return "".join(words).strip() if number in words else number


def _number(number: float, tokens: tuple[str, ...]) -> str:
    places = [index for index, token in enumerate(tokens) if token[0] in "0#?"]
    first, last = places[0], places[-1]
    pattern = "".join(token for token in tokens[first : last + 1])
    whole, _, digits = pattern.partition(".")
    following = "".join(tokens[last + 1 :])
    scaled = number / 1000 ** (len(following) - len(following.lstrip(",")))
    scaled *= 100 if "%" in tokens else 1
    if any(token[:2].upper() in ("E+", "E-") for token in tokens):
        figure = plain_number(number)
    else:
        figure = _figure(scaled, whole, re.sub(r"[^0#?]", "", digits))
    before = "".join(_unquoted(token) for token in tokens[:first])
    after = "".join(map(_unquoted, tokens[last + 1 :])).lstrip(",")
    return f"{before}{figure}{after}".strip()


def _figure(number: float, whole: str, digits: str) -> str:
    text = f"{abs(number):,.{min(len(digits), 15)}f}"
    figure, _, rest = text.partition(".")
    if "," not in whole:
        figure = figure.replace(",", "")
    figure = figure.replace(",", ".").rjust(whole.count("0"), "0")
    needed = digits.rstrip("#?").count("0")
    while len(rest) > needed and rest.endswith("0"):
        rest = rest[:-1]
    sign = "-" if number < 0 else ""
    return f"{sign}{figure},{rest}" if rest else f"{sign}{figure}"


def _day(number: float, tokens: tuple[str, ...], from_1904: bool) -> str:
    if not 0 <= number <= _LAST:
        return plain_number(number)
    shift = 1 if not from_1904 and 0 < number < _LEAP else 0
    seconds = round((number + shift) % 1 * 86_400)
    try:
        day = (_FIRST_1904 if from_1904 else _FIRST) + timedelta(int(number) + shift, seconds)
    except OverflowError:
        return plain_number(number)
    if any(token.lower().startswith("mmm") for token in tokens):
        return day.strftime(
            "%d/%m/%Y" if any(token.lower() in ("d", "dd") for token in tokens) else "%m/%Y"
        )
    return "".join(_piece(index, tokens, day) for index in range(len(tokens))).strip()


def _piece(index: int, tokens: tuple[str, ...], day: datetime) -> str:
    """What one token of a format for days shows; m after hours or before seconds means minutes."""
    token = tokens[index].lower()
    half = any(each.upper() in ("AM/PM", "A/P") for each in tokens)
    hour = (day.hour % 12 or 12) if half else day.hour
    values = {
        "yy": f"{day.year % 100:02}", "yyyy": str(day.year), "m": str(day.month), "mm": f"{day.month:02}",
        "d": str(day.day), "dd": f"{day.day:02}", "h": str(hour), "hh": f"{hour:02}",
        "s": str(day.second), "ss": f"{day.second:02}", "am/pm": "SA" if day.hour < 12 else "CH",
    }  # fmt: skip
    if token in ("m", "mm") and _means_minutes(index, tokens):
        return str(day.minute).rjust(len(token), "0")
    if token[0] in "ymdhsa" and token not in values and token.strip(token[0]) == "":
        return values["yyyy"] if token[0] == "y" else ""
    return values.get(token, _unquoted(tokens[index]).strip("@"))


def _means_minutes(index: int, tokens: tuple[str, ...]) -> bool:
    letters = [
        (place, token[0].lower())
        for place, token in enumerate(tokens)
        if token[0].lower() in "ymdhs"
    ]
    order = [place for place, _ in letters].index(index)
    before = letters[order - 1][1] if order else ""
    after = letters[order + 1][1] if order + 1 < len(letters) else ""
    return before == "h" or after == "s"
