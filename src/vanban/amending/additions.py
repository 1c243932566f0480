"""What is added, part by part: labelled lines ("Cơ quan chủ trì: …"), or one sentence that gives the work out."""

import re

from vanban.amending.phrase import bare, flat
from vanban.model import Wording

_LABELS = (
    (
        "coordinating",
        r"(?:cac )?(?:co quan|don vi|phong|to chuc)?(?:,? (?:co quan|don vi))? ?phoi hop[^:]{0,30}",
    ),
    (
        "lead",
        r"(?:co quan|don vi|phong|to chuc)?(?:,? (?:co quan|don vi))? ?(?:chu tri|dau moi)[^:]{0,30}",
    ),
    (
        "deadline",
        r"(?:thoi (?:han|gian|diem)|tien do|han)(?: (?:hoan thanh|thuc hien|bao cao|va)){0,4}",
    ),
    ("product", r"(?:san pham|ket qua|dau ra)[^:]{0,30}"),
    (
        "text",
        r"(?:ten|noi dung)(?: (?:cua )?(?:nhiem vu|cong viec|chi tieu|cong viec))?|nhiem vu|chi tieu|cong viec",
    ),
)
_LABEL = tuple((field, re.compile(rf"(?:{form})\s*:\s*")) for field, form in _LABELS)
_CUT = re.compile(
    r"\s*;\s+|\.\s+(?=[A-ZĐ])|,\s+(?=(?:giao|do|hoàn thành|xong|hoàn tất|chậm nhất|thời (?:hạn|gian)|sản phẩm)\s)",
    re.I,
)
_GIVEN = re.compile(
    r"(?:giao (?:cho )?|do )?(?P<lead>[^:]{2,120}?) (?:lam |la )?(?:co quan |don vi )?chu tri(?: thuc hien| tham muu)?"
    r"(?:,? (?:va )?phoi hop (?:voi|cung) (?P<with>.{2,200}?)(?: (?:thuc hien|trien khai))?"
    r"|,? (?P<beside>.{2,200}?) phoi hop)?$"
)
_HELPING = re.compile(r"(?P<with>[^:]{2,200}?) phoi hop$")
_DUE = re.compile(
    r"(?:(?:phai )?(?:hoan thanh|hoan tat|xong)(?: cham nhat)?|cham nhat"
    r"|thoi (?:han|gian)(?: hoan thanh| thuc hien)?:?)\s+(?P<due>.{3,80})$"
)


def label_in(text: str) -> tuple[str, str] | None:
    """The part that a labelled line sets and its words: "- Thời hạn: Quý I" → ("deadline", "Quý I")."""
    folded = flat(text)
    for field, form in _LABEL:
        if match := form.match(folded):
            return field, bare(text[match.end() :])
    return None


def parts_of(text: str) -> tuple[Wording, ...]:
    """The parts of what is added, as one sentence says them; the first part is the work itself."""
    cut = [part for part in _CUT.split(text) if part.strip(" ./")]
    found: dict[str, str] = {}
    for number, part in enumerate(cut):
        said = _said(part) if number or label_in(part) else {}
        if not said or any(name in found for name in said):
            said = {"text": "; ".join(filter(None, [found.get("text", ""), bare(part)]))}
        found |= said
    return tuple(Wording(field, "", words) for field, words in found.items() if words)


def _said(part: str) -> dict[str, str]:
    if labelled := label_in(part):
        return dict([labelled])
    words = bare(part)
    folded = flat(words)
    if match := _GIVEN.match(folded):
        lead = words[slice(*match.span("lead"))]
        group = "with" if match["with"] else "beside" if match["beside"] else ""
        helping = {"coordinating": words[slice(*match.span(group))]} if group else {}
        return {"lead": lead, **helping}
    if match := _HELPING.match(folded):
        return {"coordinating": words[slice(*match.span("with"))]}
    if match := _DUE.match(folded):
        return {"deadline": words[slice(*match.span("due"))]}
    return {}
