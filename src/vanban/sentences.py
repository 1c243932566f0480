"""The words the reader says to people, in Vietnamese and English: what it found, and the heads of its table."""

from collections.abc import Mapping

from vanban.model import Finding

FINDINGS: Mapping[str, Mapping[str, str]] = {
    "no-tasks": {
        "vi": "Không thấy nhiệm vụ nào được giao: không có bảng nhiệm vụ và không có mục nào nêu cơ quan chủ trì.",
        "en": "No assigned task was found: there is no table of tasks and no item that names a lead office.",
    },
    "inherited-measure": {
        "vi": "Chữ “{measure}” lấy từ vế trước, hãy xem có đúng là đo như vậy không.",
        "en": "The words “{measure}” come from the clause before; check that it is measured so.",
    },
    "count-in-activity": {
        "vi": "Con số nằm trong câu nêu công việc, hãy xem có đúng là chỉ tiêu không.",
        "en": "The figure stands in a sentence about an activity; check that it is a target.",
    },
    "more-figures": {
        "vi": "Câu này còn con số khác chưa tách ra được: “{text}”.",
        "en": "The sentence holds further figures that could not be parted: “{text}”.",
    },
    "no-period": {
        "vi": "Không thấy thời kỳ của chỉ tiêu “{text}”.",
        "en": "No period was found for the target “{text}”.",
    },
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "issuer": {"vi": "Cơ quan ban hành", "en": "Issued by"},
    "number": {"vi": "Số, ký hiệu", "en": "Number"},
    "date": {"vi": "Ngày ban hành", "en": "Date"},
    "title": {"vi": "Tên văn bản", "en": "Title"},
    "signer": {"vi": "Người ký", "en": "Signed by"},
    "secrecy": {"vi": "Độ mật", "en": "Secrecy"},
    "references": {"vi": "Văn bản liên quan", "en": "Refers to"},
    "blank": {"vi": "(để trống)", "en": "(blank)"},
    "tasks": {"vi": "NHIỆM VỤ", "en": "TASKS"},
    "duties": {"vi": "TRÁCH NHIỆM", "en": "DUTIES"},
    "targets": {"vi": "CHỈ TIÊU", "en": "TARGETS"},
    "findings": {"vi": "CẦN XEM LẠI", "en": "TO BE CHECKED"},
    "no": {"vi": "Số", "en": "No."},
    "task": {"vi": "Nhiệm vụ", "en": "Task"},
    "lead": {"vi": "Chủ trì", "en": "Lead"},
    "coordinating": {"vi": "Phối hợp", "en": "Coordinating"},
    "deadline": {"vi": "Thời hạn", "en": "Deadline"},
    "actor": {"vi": "Cơ quan", "en": "Office"},
    "duty": {"vi": "Trách nhiệm", "en": "Duty"},
    "indicator": {"vi": "Chỉ tiêu", "en": "Indicator"},
    "figure": {"vi": "Mức", "en": "Figure"},
    "period": {"vi": "Thời kỳ", "en": "Period"},
    "line": {"vi": "Dòng", "en": "Line"},
}


def language_of(name: str) -> str:
    """ "en" for every name that begins so, else "vi"."""
    return "en" if name.startswith("en") else "vi"


def sentence_of(finding: Finding, language: str) -> str:
    """What was found, in words; a code that has no words yet stands for itself with its values."""
    words = FINDINGS.get(finding.code)
    if words is None:
        values = ", ".join(f"{name}: {value}" for name, value in finding.values.items())
        return f"{finding.code} ({values})" if values else finding.code
    return words[language].format(**finding.values)


def word(name: str, language: str) -> str:
    """The head of a column or list."""
    return WORDS[name][language]
