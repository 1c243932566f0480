"""Which encoding from before Unicode a Vietnamese text was typed in, known by common words.

The tables are those of `encodings`; a text is taken for old only where decoding it gives more than
twice as many common Vietnamese words as the text itself holds.
"""

import re
import unicodedata

from vanban.sources.encodings import DECODERS

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
    """The old encoding whose bytes, read as Latin-1 or Windows-1252, give `text`; None if there is none."""
    if MODERN.search(text) or not SYMBOLS.search(text):
        return None
    plain = _common_words(text)
    found = {name: _common_words(decode(text)) for name, decode in DECODERS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= ENOUGH and found[best] > 2 * plain else None


def _common_words(text: str) -> int:
    return sum(word.lower() in COMMON for word in WORD.findall(unicodedata.normalize("NFC", text)))
