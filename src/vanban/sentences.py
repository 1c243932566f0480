"""The words the reader says to people, in Vietnamese and English: what it found, and the heads of its table."""

from collections.abc import Mapping

from vanban.model import Finding

FINDINGS: Mapping[str, Mapping[str, str]] = {
    "no-tasks": {
        "vi": "Không thấy nhiệm vụ nào được giao: không có bảng nhiệm vụ và không có mục nào nêu "
        "cơ quan chủ trì.",
        "en": "No assigned task was found: there is no table of tasks and no item that names a "
        "lead office.",
    },
    "old-encoding": {
        "vi": "Văn bản gốc dùng bảng mã cũ {encoding}, đã được chuyển sang Unicode; hãy đối chiếu "
        "chữ có dấu với bản gốc.",
        "en": "The original is written in the old encoding {encoding} and was converted to Unicode; "
        "compare the accented letters with the original.",
    },
    "macros-ignored": {
        "vi": "Tệp gốc có macro; macro không được chạy và không được giữ lại.",
        "en": "The original carries macros; they were not run and are not kept.",
    },
    "pages-without-text": {
        "vi": "Trang {pages} chỉ có hình ảnh, chữ trên đó không đọc được từ tệp; hãy đối chiếu với bản gốc.",
        "en": "Page {pages} only shows a picture, whose words the file does not hold; compare with the original.",
    },
    "ocr-doubtful": {
        "vi": "Chữ trên bản quét chưa rõ: “{words}”; hãy so với ảnh trang.",
        "en": "Words of the scan are not clear: “{words}”; compare with the picture of the page.",
    },
    "duplicate-section": {
        "vi": "Số mục “{number}” được dùng hai lần (lần sau: “{text}”).",
        "en": "The section number “{number}” is used twice (the second time: “{text}”).",
    },
    "annex-year": {
        "vi": "Phụ lục ghi năm {annex} nhưng đầu văn bản ghi năm {head}.",
        "en": "The annex says {annex}, the head of the document {head}.",
    },
    "row-unclear": {
        "vi": "Bảng bị tách dòng, các ô của nhiệm vụ {no} được ghép lại; hãy so với bản in.",
        "en": "The table came as loose lines; the cells of task {no} were put together again: "
        "compare with the print.",
    },
    "row-without-title": {
        "vi": "Dòng {no} của bảng không có nội dung nhiệm vụ.",
        "en": "Row {no} of the table has no words for its task.",
    },
    "no-number": {
        "vi": "Nhiệm vụ không có số thứ tự.",
        "en": "The task has no number.",
    },
    "no-lead": {
        "vi": "Không thấy cơ quan chủ trì.",
        "en": "No lead office was found.",
    },
    "two-leads": {
        "vi": "Có nhiều cơ quan chủ trì: {offices}. Hãy chọn một cơ quan chịu trách nhiệm chính.",
        "en": "There are several lead offices: {offices}. Choose the one that answers for the "
        "task.",
    },
    "no-deadline": {
        "vi": "Không thấy thời hạn.",
        "en": "No deadline was found.",
    },
    "conditional-deadline": {
        "vi": "Chưa có ngày: còn chờ điều kiện “{text}”.",
        "en": "There is no date yet: it waits on “{text}”.",
    },
    "day-within-period": {
        "vi": "Thời hạn “{text}” nêu một mốc trong kỳ: hãy xem lại ngày đến hạn, máy chỉ hiểu phần lặp lại.",
        "en": "The deadline “{text}” names a day within the period: check the due day, only the recurrence is read.",
    },
    "unclear-deadline": {
        "vi": "Chưa hiểu thời hạn “{text}”, hãy nhập thời hạn.",
        "en": "The deadline “{text}” was not understood; enter it by hand.",
    },
    "no-year": {
        "vi": "Thời hạn “{text}” không ghi năm, hãy nhập năm.",
        "en": "The deadline “{text}” names no year; enter it.",
    },
    "year-of-plan": {
        "vi": "Thời hạn “{text}” không ghi năm, được hiểu là năm {year} như tên kế hoạch.",
        "en": "The deadline “{text}” names no year and is taken for {year}, as in the title of the plan.",
    },
    "several-days": {
        "vi": "Thời hạn “{text}” có nhiều mốc, mốc cuối được lấy làm hạn hoàn thành.",
        "en": "The deadline “{text}” names several days; the last one is taken as the day it is due.",
    },
    "lead-by-reference": {
        "vi": "Cơ quan chủ trì không ghi tên mà dẫn tới văn bản khác: “{text}”.",
        "en": "The lead office is not named but left to another document: “{text}”.",
    },
    "name-cut-off": {
        "vi": "Danh sách cơ quan bị cắt ngang sau “{name}”, hãy so với bản in.",
        "en": "The list of offices is cut off after “{name}”: compare with the print.",
    },
    "impossible-date": {
        "vi": "Ngày trong “{text}” không có trên lịch.",
        "en": "The calendar has no such day as in “{text}”.",
    },
    "two-sentences": {
        "vi": "Nhiệm vụ gồm hơn một câu, có thể là hai việc.",
        "en": "The task has more than one sentence and may be two tasks.",
    },
    "glued-words": {
        "vi": "Chữ dính nhau “{text}” được hiểu là “{name}”.",
        "en": "The glued words “{text}” are read as “{name}”.",
    },
    "no-actor": {
        "vi": "Không thấy cơ quan nào được giao trách nhiệm này.",
        "en": "No office was found that bears this duty.",
    },
    "deadline-in-text": {
        "vi": "Thời hạn “{text}” lấy từ lời của trách nhiệm, hãy xem có đúng không.",
        "en": "The deadline “{text}” was taken from the words of the duty; check it.",
    },
    "assignment-unclear": {
        "vi": "Câu giao việc này chỉ hiểu được một phần, hãy xem ai chủ trì, ai phối hợp.",
        "en": "This assignment was understood only in part; check who leads and who helps.",
    },
    "inherited-measure": {
        "vi": "Chữ “{measure}” lấy từ vế trước, hãy xem có đúng là đo như vậy không.",
        "en": "The words “{measure}” come from the clause before; check that it is measured so.",
    },
    "count-in-activity": {
        "vi": "Con số nằm trong câu nêu công việc, hãy xem có đúng là chỉ tiêu không.",
        "en": "The figure stands in a sentence about an activity; check that it is a target.",
    },
    "aim-in-activity": {
        "vi": "Con số “{text}” nằm ngoài phần mục tiêu, hãy xem có phải là chỉ tiêu cần theo dõi không.",
        "en": "“{text}” stands outside the section on targets; check whether it is one to be followed.",
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
    "attached": {"vi": "Ban hành kèm theo", "en": "Issues"},
    "recipients": {"vi": "Nơi nhận", "en": "Sent to"},
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
