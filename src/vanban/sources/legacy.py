"""Vietnamese before Unicode: which old encoding a text was typed in (TCVN3, VNI, Windows-1258).

The tables are vietnam.md §12.5: TCVN3 has one byte for a letter with its mark; VNI writes the
plain letter and then a byte for the marks. The decoded text is only used to recognise the
encoding by common Vietnamese words; it is never handed on.
"""

import re
import unicodedata

TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
ROOF, BREVE = "\u0302", "\u0306"
VNI_MARKS = {
    **dict(zip("øùûõï", (GRAVE, ACUTE, HOOK, TILDE, DOT), strict=True)),
    **dict(zip("àáåãä", (ROOF + tone for tone in (GRAVE, ACUTE, HOOK, TILDE, DOT)), strict=True)),
    **dict(zip("èéúüë", (BREVE + tone for tone in (GRAVE, ACUTE, HOOK, TILDE, DOT)), strict=True)),
    "â": ROOF,
    "ê": BREVE,
}
VNI_LETTERS = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
COMMON_WORDS = (
    "của và các thực hiện kế hoạch nhiệm vụ ủy uỷ huyện tỉnh phòng nghiệp phát triển độc lập tự hạnh phúc "
    "cộng hòa hoà xã hội chủ nghĩa việt số ngày tháng năm về được người cơ chỉ đạo với đến để tế quản lý "
    "hướng dẫn dự án sở bộ đầu tư chính quyền những này là một không có giải pháp"
)
COMMON = frozenset(word for word in COMMON_WORDS.split() if not word.isascii())
WORD = re.compile(r"[^\W\d_]+")
MODERN = re.compile("[\u1ea0-\u1ef9]")  # letters no old encoding can hold
SYMBOLS = re.compile(r"[^\W\d_\x00-\x7f]|[\u00a1-\u00bf\u00d7\u00f7]")
ENOUGH = 3


def legacy_encoding(text: str) -> str | None:
    """The old encoding whose bytes, read as Latin-1, give `text`; None if there is none."""
    if MODERN.search(text) or not SYMBOLS.search(text):
        return None
    plain = _common_words(text)
    found = {name: _common_words(decoded) for name, decoded in _decodings(text).items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= ENOUGH and found[best] > 2 * plain else None


def _decodings(text: str) -> dict[str, str]:
    windows = text.encode("latin-1", "replace").decode("cp1258", "replace")
    return {
        "TCVN3": text.translate(TCVN3),
        "VNI": _from_vni(text),
        "Windows-1258": unicodedata.normalize("NFC", windows),
    }


def _from_vni(text: str) -> str:
    letters: list[str] = []
    for letter in text.lower():
        if letter in VNI_MARKS and letters and letters[-1][-1:] in tuple("aeiouyơư"):
            letters.append(VNI_MARKS[letter])
        else:
            letters.append(VNI_LETTERS.get(letter, letter))
    return unicodedata.normalize("NFC", "".join(letters))


def _common_words(text: str) -> int:
    return sum(word.lower() in COMMON for word in WORD.findall(unicodedata.normalize("NFC", text)))
