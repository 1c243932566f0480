"""How Vietnamese plans write days, periods and recurrences: patterns for folded text, as data."""

import re

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
MONTHS = {"hai": 2, "ba": 3, "sau": 6, "chin": 9}

ORDINALS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip
IN_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))

Y = r"(?:19|20|21)\d\d"
TO = r"\s*(?:-|den(?: het)?|va|,|;|&)\s*"
IN = r"\s*(?:/|-|\.|,? nam|,? cua nam)\s*"
Q = r"(?:iv|i{1,3}|0?[1-4])"
M = r"(?:0?[1-9]|1[0-2])"
D = r"(?:0?[1-9]|[12]\d|3[01])"
QUARTER = r"(?:quy|q)(?:\.|\s|(?=\d))\s*"
MONTH = r"(?:thang|t\.?)\s?"
BEFORE = re.compile(r"truoc(?: ngay| thang| nam| quy)?\s*$")  # at the end of what leads to a day
_CUE = r"(?:(?<=ngay )|(?<=truoc )|(?<=den )|(?<=nhat )|(?<=het )|(?<=vao )|(?<=tu ))"
_NO_ORDER = r"(?<!tuan )(?<!thu )(?<!dot )(?<!lan )(?<!ky )"
_MORE_Q = rf"(?:(?:{TO}(?:{QUARTER})?{Q})*{TO}(?:{QUARTER})?(?P<q2>{Q}))?"
_MORE_M = rf"(?:(?:{TO}(?:{MONTH})?{M})*{TO}(?:{MONTH})?(?P<m2>{M}))?"

# At one place the first that matches counts, so the more exact ones stand first. The groups: d1 m1 y1 the
# first day, d2 the last day of a span within a month, m2 and q2 the last month or quarter, y2 the last year,
# yy a year of two digits, half "dau" or "cuoi", count the months of "6 tháng đầu năm".
FORMS: tuple[tuple[str, str], ...] = (
    ("date", rf"(?P<y1>{Y})-(?P<m1>{M})-(?P<d1>{D})(?: 0?0:00(?::00)?)?(?![\d/-])"),
    (
        "date",
        rf"(?:ngay )?(?P<d1>{D})\s?(?:-|den)\s?(?:ngay )?(?P<d2>{D})(?: thang |\s?/\s?)(?P<m1>{M})"
        rf"(?:(?:,? nam |\s?/\s?)(?P<y1>{Y}))?(?![\d/])",
    ),
    (
        "date",
        rf"{_NO_ORDER}(?:ngay )?(?P<d1>{D}) thang (?P<m1>{M})(?:,? nam | - |/)(?P<y1>{Y})(?!\d)",
    ),
    ("date", rf"(?:ngay )?(?P<d1>{D})\s?[/.]\s?(?P<m1>{M})\s?[/.-]\s?(?P<y1>{Y})(?!\d)"),
    ("date", rf"(?:ngay )?(?P<d1>{D})\s?-\s?(?P<m1>{M})\s?-\s?(?P<y1>{Y})(?!\d)"),
    ("date", rf"(?:ngay )?(?P<d1>{D})\s?[/.]\s?(?P<m1>{M})\s?[/.]\s?(?P<yy>[2-4]\d)(?!\d)"),
    ("date", rf"(?:ngay )?(?P<d1>{D})/(?P<m1>{M}),? nam (?P<y1>{Y})(?!\d)"),
    ("date", rf"ngay (?P<d1>{D})(?: thang |\s?[/-]\s?)(?P<m1>{M})(?![\d/])"),
    ("date", rf"{_CUE}(?P<d1>{D})\s?/\s?(?P<m1>{M})(?![\d/])"),
    ("date", rf"(?P<d1>{D})/(?P<m1>{M})(?=\s?(?:-|den)\s?(?:ngay )?{D}/{M}(?!\d))"),
    ("month", rf"thang (?P<m1>{IN_WORDS}),? nam (?P<y1>{Y})(?!\d)"),
    ("date", rf"{_NO_ORDER}(?P<d1>{D}) thang (?P<m1>{M})(?![\d/])"),
    ("quarter", rf"{QUARTER}(?P<q1>{Q}){_MORE_Q}(?:{IN}|\s)(?P<y1>{Y})(?!\d)"),
    ("quarter", rf"{QUARTER}(?P<q1>{Q}){_MORE_Q}\b(?!\s?/\s?\d\d(?!\d))"),
    ("quarter", rf"(?P<q1>iv|i{{1,3}})\s?/\s?(?P<y1>{Y})(?!\d)"),
    (
        "half",
        rf"(?P<count>0?[369]|ba|sau|chin) thang (?P<half>dau|cuoi)(?: cua)? nam(?: (?P<y1>{Y}))?",
    ),
    ("half", rf"(?:nua|mua) (?P<half>dau|cuoi)(?: cua)? nam(?: (?P<y1>{Y}))?"),
    (
        "half-month",
        rf"nua (?P<half>dau|cuoi)(?: cua)? {MONTH}(?P<m1>{M})(?:{IN}(?P<y1>{Y}))?(?![\d/])",
    ),
    ("month", rf"{MONTH}(?P<m1>{M}){_MORE_M}{IN}(?P<y1>{Y})(?!\d)"),
    ("month", rf"(?P<m1>{M})\s?-\s?(?P<m2>{M})\s?/\s?(?P<y1>{Y})(?![\d/])"),
    ("month", rf"(?P<m1>{M})\s?[/.-]\s?(?P<y1>{Y})(?![\d/])"),
    ("month", rf"{MONTH}(?P<m1>{M}){_MORE_M}(?![\d/])"),
    (
        "year-range",
        r"(?:giai doan |nam hoc |nhiem ky )?(?:tu )?(?:cac )?(?:nam )?"
        rf"(?P<y1>{Y})\s*(?:-|den(?: het)?)\s*(?:nam )?(?P<y2>{Y})(?![\d/])",
    ),
    (
        "year-range",
        rf"(?:cac |hai |ba )?nam (?P<y1>{Y})(?:\s*,\s*(?:nam )?{Y})*\s*(?:,|va)\s*(?:nam )?(?P<y2>{Y})(?![\d/])",
    ),
    ("year", rf"(?:nam )?(?P<y1>{Y})(?![\d/])"),
)

_EVERY = r"(?:dinh ky |thuong xuyen |tung )?(?:hang|moi|theo|tung)"
_ONCE = r"(?:mot|hai|ba|0?[1-9]) lan"
RECURRENCES: tuple[tuple[str | None, str], ...] = (
    (
        "half-year",
        r"(?:dinh ky )?(?:(?:hang|moi) )?(?:6|06|sau) thang(?: (?:mot|01|1) lan|/lan)?"
        r"(?! (?:dau|cuoi|ke|tu|sau|tinh))",
    ),
    ("half-year", r"nua nam(?: mot lan)?|(?:02|2|hai) lan\s?(?:/|trong|mot|moi)\s?(?:1 |01 )?nam"),
    ("week", rf"{_EVERY} tuan|{_ONCE}\s?(?:/|moi|mot)\s?tuan"),
    (
        "month",
        rf"(?:ngay {D} )?(?:cua )?{_EVERY} thang|thang(?:,| va) quy|{_ONCE}\s?(?:/|moi|mot)\s?thang|dinh ky thang",
    ),
    (
        "quarter",
        rf"{_EVERY} quy(?! dinh)|thang (?:dau|cuoi|dau tien|thu [123]) (?:cua )?(?:moi |hang )?quy(?! (?:i|[1-4]))"
        r"|quy(?:,| va) (?:6 thang|nam)"
        rf"|{_ONCE}\s?(?:/|moi|mot)\s?quy|dinh ky quy",
    ),
    (
        "year",
        rf"{_EVERY} nam(?: hoc)?(?! {Y})"
        r"|(?:mot|0?1) lan\s?(?:/|moi|mot|trong)\s?(?:1 |01 )?nam|dinh ky nam",
    ),
    (
        None,
        r"(?:nhiem vu )?thuong xuyen(?:,? (?:va )?lien tuc)?|lien tuc|(?:hang|moi) ngay"
        r"|(?:theo )?dinh ky(?! (?:thang|quy|nam|hang|moi|6|06|0?\d))|quanh nam|suot nam",
    ),
)

FILLER = re.compile(
    r"(?:hoan thanh|thuc hien|trien khai|ban hanh|bao cao|trinh|xong|trong|truoc|sau|tu|den|het|cuoi|dau|giua"
    r"|ngay|nam|cham nhat|muon nhat|la|vao|khoang|va|hoac|(?:cac|nhung) nam (?:tiep theo|sau)|tro di|ve sau|toi thieu"
    r"|thoi gian|thoi han|giai doan|dinh ky|lan|mot|theo|bat dau|ket thuc|ca|duy tri|dot xuat|khi co yeu cau"
    r"|hang|quy|thang|gui|ra soat|du kien|toi|ke|tiep theo|cung ky)(?!\w)|[-,;:.()/+&\s]"
)
_KINDS = (
    "quyet dinh|nghi quyet|ke hoach|chi thi|cong van|thong bao|ket luan|nghi dinh|thong tu|van ban"
    "|chuong trinh|de an|luat|to trinh|cong dien|huong dan|quy dinh|thong bao ket luan|bao cao"
)
_DAY = rf"ngay {D}(?:\s?[/.-]\s?{M}\s?[/.-]\s?|,? thang {M},? nam ){Y}"
# Dates that belong to another document are never when the work is due; nor is an outlook ("tầm nhìn 2045").
CITED = re.compile(
    rf"(?:so )?\d+[\w-]*/[\w./-]*[a-z][\w./-]*(?: cua [^;,()]{{1,60}})?,? (?:\(?{_DAY}|\({D}/{M}/{Y}\))"
    rf"|(?:{_KINDS})(?: so)?(?: \d[\w/.-]*)?,? (?:cua [^;,()0-9]{{1,60}} )?{_DAY}"
    rf"|{_DAY} cua (?:ubnd|uy ban|hdnd|hoi dong|thu tuong|chinh phu|bo |ban |tinh uy|quoc hoi|ubtvqh|thanh uy|huyen uy)"
    rf"|(?:luat|nghi quyet|nghi dinh|thong tu|quyet dinh)[^;,()0-9]{{0,60}} nam {Y}"
    rf"|,?\s*\(?(?:tam nhin|dinh huong)(?: den)?(?: nam)? {Y}\)?"
)
