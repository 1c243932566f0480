"""What kind of office a name tells by its first words."""

from tiendo.agencies.models import Kind
from vanban.text import fold

COMMITTEES = ("uy ban nhan dan", "ubnd")
FIRST_WORDS = {
    "phong": Kind.OFFICE,
    "ban": Kind.OFFICE,
    "van phong": Kind.OFFICE,
    "thanh tra": Kind.OFFICE,
    "cong an": Kind.OFFICE,
    "so": Kind.DEPARTMENT,
    "trung tam": Kind.CENTRE,
    "uy ban mat tran": Kind.ORGANISATION,
    "ubmttq": Kind.ORGANISATION,
    "mat tran": Kind.ORGANISATION,
    "hoi": Kind.ORGANISATION,
    "hoi dong": Kind.OTHER,
    "doan": Kind.ORGANISATION,
    "lien doan": Kind.ORGANISATION,
    **dict.fromkeys(COMMITTEES, Kind.COMMITTEE),
    **{
        f"{committee} {place}": Kind.COMMUNE
        for committee in COMMITTEES
        for place in ("xa", "phuong", "thi tran", "dac khu")
    },
}


def guess_kind(name: str) -> Kind:
    """The kind of an office from the first words of its name; OTHER when they say nothing."""
    words = fold(name) + " "
    fitting = [start for start in FIRST_WORDS if words.startswith(f"{start} ")]
    return FIRST_WORDS[max(fitting, key=len)] if fitting else Kind.OTHER
