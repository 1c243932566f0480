"""Letters in place of words that nobody explained."""

import re
from collections.abc import Iterator

from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.text import initials

CODES = (
    Code(
        "unexplained-letters",
        Severity.LOOK,
        Said(
            "Chữ viết tắt chưa giải thích: {letters}.",
            "Abbreviations that are not explained: “{letters}”.",
        ),
        Said(
            "Chỉ viết tắt cụm từ dùng nhiều lần, sau khi ghi đầy đủ ở lần đầu (Nghị định 30/2020/NĐ-CP).",
            "Words used often may be shortened after they stood in full once (Decree 30/2020).",
        ),
        Said(
            "Lần đầu viết đầy đủ, kèm “(sau đây viết tắt là …)”.",
            "Write them in full the first time, with “(sau đây viết tắt là …)”.",
        ),
    ),
)
# Known to every reader of official papers, or names and units by themselves.
LETTERS_KNOWN = """
UBND HĐND MTTQ UBMTTQ MTTQVN UBMTTQVN TW TU HU VN TP TPHCM HCM USD VND VNĐ EUR GDP GRDP GNI CPI FDI ODA WTO ASEAN
APEC EU UN UNESCO UNICEF WHO IMF WB ADB OECD CPTPP EVFTA RCEP FTA ISO TCVN QCVN VNEN PPP BOT OCOP AI IoT IOT CNTT
TTHC CCHC ICT IT ID IP IPv4 IPv6 QR SMS API GIS GPS SOS PCCC HIV AIDS COVID SARS ATM POS PDF XML JSON HTML HTTPS
HTTP URL WWW VNPT VTV VOV FPT EVN VNeID CCCD CMND BHXH BHYT BHTN THPT THCS TH PTTH GDTX PAR PAPI PCI SIPAS DDCI
ICD LGSP NGSP CSDL SIM DVC DVCTT KPI OKR R&D STEM STT TT ĐVT CHXHCN XHCN BCH BCĐ VB QĐ KH NQ CT NĐ TTr BC TB CV
THADS TANDTC VKSNDTC NSNN CBCC CBCCVC BTV BTC KTXH TGĐ PGĐ GĐ ĐT DĐ FAX TEL EMAIL ESG LED NFC SDG SDGS CEO CFO
VTC VNA TTXVN CAND QĐND LLVT ANTT ATGT TTATGT TNGT HTX KCN CCN KKT KT XH AN QP ĐVHC NTM BĐKH COP WIFI WEB APP B2B
B2C G2B G2C G2G VNSC TTDL UAV BIM IMO ICAO UIC DNNVV THA HTTT ATTT ATTTM IXP DNS CERT SOC CSIRT CDS KHCN ĐMST
"""
KNOWN = frozenset(LETTERS_KNOWN.split())
LETTERS = re.compile(r"(?<![\w/.&-])[A-ZĐ][A-ZĐ&]{1,9}(?![\w/&-]|\.\w)")
ROMAN = re.compile(r"[IVXLC]+")
CAPITALS = re.compile(r"(?:[A-ZĐÀ-Ỹ]{2,}[\s,.:;–-]+){2}$|^(?:[\s,.:;–-]+[A-ZĐÀ-Ỹ]{2,}){2}")
EXPLAINED = (
    r"(?:viết tắt|gọi tắt|sau đây gọi|gọi chung)[^.;()]{{0,40}}?{0}(?!\w)"
    r"|\(\s*(?:[^()]{{0,60}}\s)?{0}\s*\)|{0}\s*\((?=[^()]{{6,}})|{0}\s*:\s*[A-ZĐ]\w+\s"
)
RECEIVERS = re.compile(r"Nơi\s+nhận\s*:")
AROUND = 45  # characters looked at on either side
SHOWN = 10
OFFICES = re.compile(
    r"(?:Sở|Phòng|Ban|Bộ|Cục|Vụ|Viện|Trung tâm|Văn phòng|Chi cục|Tổng cục|Đài|Báo|Công ty|Hội|Tổ)"
    r"\s+(?:[^\W\d_]+\s+){0,3}$"
)
FEWEST = 2  # letters


def check(document: Examined) -> Iterator[Remark]:
    """One remark that lists the letters, each at its first place."""
    found: dict[str, tuple[int, int]] = {}
    text = document.flat
    hidden = _silent(text)
    for match in LETTERS.finditer(text):
        letters = match.group()
        silent = any(first <= match.start() < last for first, last in hidden)
        if letters in found or silent or _is_plain(letters) or _in_capitals(text, match):
            continue
        if not _explained(text, letters):
            found[letters] = match.span()
    if found:
        shown = list(found)[:SHOWN]
        quotes = tuple(quote for name in shown for quote in document.quotes(*found[name]))
        more = " …" if len(found) > SHOWN else ""
        yield Remark("unexplained-letters", {"letters": ", ".join(shown) + more}, quotes)


def _silent(text: str) -> list[tuple[int, int]]:
    """Where receivers are listed: there everybody shortens."""
    return [(match.start(), match.start() + 900) for match in RECEIVERS.finditer(text)]


def _is_plain(letters: str) -> bool:
    return letters in KNOWN or bool(ROMAN.fullmatch(letters)) or letters.strip("&") != letters


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands in a heading in capitals, behind the name of an office or in a symbol."""
    before = text[max(0, match.start() - AROUND) : match.start()]
    after = text[match.end() : match.end() + AROUND]
    if CAPITALS.search(before) or CAPITALS.search(after):
        return True
    if re.match(r"\s+[A-ZĐÀ-Ỹ]{2,}(?!\w)", after) or re.search(r"(?<!\w)[A-ZĐÀ-Ỹ]{2,}\s+$", before):
        return True
    return bool(OFFICES.search(before)) or bool(
        re.search(r"[:.]\s*$", before) and re.match(r"\s*\.", after)
    )


def _explained(text: str, letters: str) -> bool:
    """Whether the letters are explained anywhere, or their words stand right beside them."""
    escaped = re.escape(letters)
    if re.search(EXPLAINED.format(escaped), text):
        return True
    return _spelled(text, letters)


def _spelled(text: str, letters: str) -> bool:
    """Whether words with these initials stand in brackets behind the letters or before them."""
    for match in re.finditer(rf"(?<!\w){re.escape(letters)}(?!\w)", text):
        before = text[max(0, match.start() - 120) : match.start()].split()
        if initials(" ".join(before[-len(letters) :])) == initials(letters) and before:
            return True
    return False
