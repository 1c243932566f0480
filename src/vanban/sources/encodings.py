"""Vietnamese before Unicode, letter by letter: TCVN3 (ABC), VNI, VISCII and Windows-1258 to Unicode.

What comes in is the old text as programs of today show it, each byte taken for a letter of Windows-1252
or Latin-1; what comes out is composed Unicode (NFC). TCVN3 writes one byte for a letter with its mark,
for small letters only: its capitals are another font (".VnTimeH"). VNI writes the plain letter and then
one byte for its marks. VISCII (RFC 1456) has one byte for every letter, capitals with marks partly among
the control characters.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

# Programs show bytes 0x80 to 0x9F as letters of Windows-1252; here they become the bytes again.
_BYTES = {
    ord(letter): byte
    for byte in range(0x80, 0xA0)
    if (letter := bytes([byte]).decode("cp1252", "ignore"))
}
_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_TONES = (_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT)
_ROOF, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    **dict(zip("øùûõï", _TONES, strict=True)),
    **dict(zip("àáåãä", (_ROOF + tone for tone in _TONES), strict=True)),
    **dict(zip("èéúüë", (_BREVE + tone for tone in _TONES), strict=True)),
    "â": _ROOF,
    "ê": _BREVE,
}
_VNI_MARKS |= {letter.upper(): marks for letter, marks in _VNI_MARKS.items()}
_VNI_LETTERS = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_LETTERS |= {old.upper(): new.upper() for old, new in _VNI_LETTERS.items()}
_VNI_VOWELS = frozenset("aeiouyơưAEIOUYƠƯ")
_VISCII = str.maketrans(
    "\x02\x05\x06\x14\x19\x1e\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93"
    "\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad"
    "\xae\xaf\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf\xc4\xc5\xc6\xc7\xcb\xce\xcf\xd0"
    "\xd1\xd5\xd6\xd7\xd8\xdb\xdc\xde\xdf\xe4\xe5\xe6\xe7\xeb\xee\xef\xf0\xf1\xf6\xf7\xf8\xfb\xfc\xfe\xff",
    "ẲẴẪỶỸỴẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯẢĂẳẵẺĨỳĐứạỷừửỹỵỡưảăữẫẻĩỉđựỏọụũủợỮ",
)
_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY = 0.7  # of the plain letters of a line are capitals: it was set in capitals
_SYMBOL = re.compile(r"\S*[\d/-]\S*")  # "12/KH-UBND" is in capitals in every line
_CAPITAL = re.compile("[A-Z]")
_SMALL = re.compile("[a-z]")


def from_tcvn3(text: str) -> str:
    """Text in TCVN3 as Unicode; words typed in capitals get capital letters with marks too."""
    return "\n".join(_capitals(line.translate(_TCVN3)) for line in text.split("\n"))


def _capitals(line: str) -> str:
    """The line with capitals where its plain letters are capitals: TCVN3 has no others."""
    words = _SYMBOL.sub(" ", line)
    large, small = len(_CAPITAL.findall(words)), len(_SMALL.findall(words))
    if large > 3 and large > _MOSTLY * (large + small):
        return line.upper()
    return _WORD.sub(_capital_word, line)


def _capital_word(match: re.Match[str]) -> str:
    word = match[0]
    if len(_CAPITAL.findall(word)) > 1 and not _SMALL.search(word):
        return word.upper()
    return word


def from_vni(text: str) -> str:
    """Text in VNI as Unicode; a mark at the very beginning stays a combining character."""
    letters: list[str] = []
    for letter in text:
        marks = _VNI_MARKS.get(letter)
        if marks and (not letters or letters[-1] in _VNI_VOWELS):
            letters.append(marks)
        else:
            letters.append(_VNI_LETTERS.get(letter, letter))
    return unicodedata.normalize("NFC", "".join(letters))


def from_viscii(text: str) -> str:
    """Text in VISCII as Unicode."""
    return text.translate(_BYTES).translate(_VISCII)


def from_windows_1258(text: str) -> str:
    """Text in Windows-1258, whose tones are characters of their own, as Unicode."""
    data = text.translate(_BYTES).encode("latin-1", "replace")
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


DECODERS: Mapping[str, Callable[[str], str]] = {
    "TCVN3": from_tcvn3,
    "VNI": from_vni,
    "VISCII": from_viscii,
    "Windows-1258": from_windows_1258,
}
