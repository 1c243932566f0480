"""Text whose paragraph breaks a converter lost: the stream of words cut again at the marks inside its lines.

A mark counts only where the numbers of its list count up ("1.", "2.", "3."), where a word in capitals follows
and where nothing before it makes it a citation ("khoản 1.", "ngày 1."). An enumeration inside a sentence
("gồm: (1) …; (2) …") stays in its sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vanban.assignments.labels import label_at
from vanban.assignments.phrases import begins_work, read_phrase
from vanban.assignments.rows import head_at
from vanban.offices.agencies import begins_office
from vanban.paragraphs.numbering import RANKS, UPPER, Mark, mark_of
from vanban.passages import Word, text_of
from vanban.text import fold

ENOUGH = 3  # marks inside lines, and
TIMES = 2  # so many times as many as open lines: the breaks are lost
LONG = 100  # words of a paragraph that may have been several
AHEAD = 60  # possible marks to look through for the next of a list
SHORT_HEADING = 16  # words: under such a heading bullets may open without a point before

_ENDED = re.compile(r"(?:[.;:!?…/][\"”’)\]]*|[”\"])$")
_CAPITAL = re.compile(rf"[\"“‘(\[]*[{UPPER}]")
_CAPITALS = re.compile(rf"[\"“(]*[{UPPER}][{UPPER}\d&-]+[\"”),.:;]*$")
# A number behind such a word is cited, it opens nothing.
CITED_BY = """khoan diem dieu muc phan so ngay thang quy nam lan thu bang bieu mau chuong khoa lop nhom loai ky cap
doan tu den va hoac quyet dinh ke hoach"""
CITING = frozenset(re.findall(r"\w+", CITED_BY))
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_FOLLOWING = {"d": "đe", "đ": "e", "e": "gf", "i": "kj", "a": "b"}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_MAY_OPEN = re.compile(r"\d|[(\-–—•*+]|Điều$|P|[IVX]+[.)/-]|[IVX]{1,5}$|[a-zđ][.)]|[a-zđ]$")
_ALONE = re.compile(r"Nơi nhận:|(?:TM|KT|TL|TUQ)\.$|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT):$")
# Words that open a sentence about work; with a capital inside a sentence they show that a break was lost.
WORK = """tổ chức|xây dựng|triển khai|thực hiện|tăng cường|đẩy mạnh|nâng cao|rà soát|phối hợp|chủ động|tiếp tục
ban hành|hoàn thiện|hoàn thành|nghiên cứu|đề xuất|bố trí|cập nhật|kiểm tra|tham mưu|hướng dẫn|thường xuyên|chỉ đạo
tập trung|khuyến khích|hỗ trợ|huy động|quán triệt|tuyên truyền|thành lập|căn cứ"""
_WORK = frozenset(re.findall(r"[^|\n]+", WORK))
_NAMING = re.compile(
    r"(?:luat|nghi dinh|quyet dinh|nghi quyet|ke hoach|chuong trinh|de an|du an|chi thi|thong tu|cong van|phong trao"
    r"|ban|phong|vu|so|cuc|hoi nghi|to|doi|trung tam|van phong|chien luoc|chuyen de)$"
)


class Piece(NamedTuple):
    """A paragraph that was lost; `words` do not hold the mark, `first` is the word it stands in or opens."""

    kind: str
    number: str
    words: tuple[Word, ...]
    first: Word


class _Candidate(NamedTuple):
    """A place in the stream where a mark could stand."""

    at: int
    mark: Mark
    value: tuple[int, ...]
    ended: bool  # what stands before is finished


@dataclass
class _Lists:
    """The lists open at a place, by kind, with the number each has come to."""

    reached: dict[str, tuple[int, ...]] = field(default_factory=dict)
    enumerating: str = ""  # the kind of an enumeration inside the sentence

    def take(self, candidate: _Candidate) -> None:
        rank = RANKS[candidate.mark.kind]
        self.reached = {kind: at for kind, at in self.reached.items() if RANKS[kind] < rank}
        self.reached[candidate.mark.kind] = candidate.value


def is_run_on(words: Sequence[Word]) -> bool:
    """Whether most marks stand inside lines, marks of several kinds: a converter joined the paragraphs.

    One kind alone may be an enumeration within a sentence.
    """
    inside: list[str] = []
    opening = 0
    for candidate in _candidates(words):
        if words[candidate.at].first:
            opening += 1
        elif candidate.ended or _all_capitals(words, candidate.at - 1):
            inside.append(candidate.mark.kind)
    return len(set(inside)) > 1 and len(inside) >= max(ENOUGH, TIMES * opening)


def is_run_together(words: Sequence[Word]) -> bool:
    """Whether a single paragraph holds what must have been several."""
    return len(words) >= LONG and is_run_on(words)


def pieces_of(words: Sequence[Word]) -> list[Piece]:
    """The paragraphs of a stream whose breaks are lost, in order."""
    starts: dict[int, Mark | None] = {0: None}
    starts.update(_marks(words))
    for index in _further_breaks(words, starts):
        starts.setdefault(index, None)
    starts = _with_tables(words, starts)
    order = sorted(starts)
    return [
        _piece(words[start:end], starts[start])
        for start, end in zip(order, [*order[1:], len(words)], strict=True)
        if start < end
    ]


def _piece(words: Sequence[Word], mark: Mark | None) -> Piece:
    words = [word._replace(first=place == 0, gap=place == 0) for place, word in enumerate(words)]
    rest = after_mark(words, mark) if mark else words
    return Piece(mark.kind if mark else "", mark.number if mark else "", tuple(rest), words[0])


def after_mark(words: Sequence[Word], mark: Mark) -> list[Word]:
    """The words after the characters of the mark, which may end inside a word ("-Các")."""
    left = len("".join(mark.number.split()))
    for index, word in enumerate(words):
        if left < len(word.text):
            return [word._replace(text=word.text[left:]), *words[index + 1 :]]
        left -= len(word.text)
    return []


def _candidates(words: Sequence[Word]) -> Iterator[_Candidate]:
    for index, word in enumerate(words):
        if not _MAY_OPEN.match(word.text):
            continue
        mark = mark_of(text_of(words[index : index + 4]))
        if mark and mark.kind != "annex" and (value := _value(mark)) and _opens(words, index, mark):
            yield _Candidate(index, mark, value, _ended(words, index - 1))


def _opens(words: Sequence[Word], index: int, mark: Mark) -> bool:
    """Whether what stands around a mark lets it open a paragraph at all."""
    before = fold(words[index - 1].text).strip("(") if index else ""
    if mark.kind not in ("dash", "plus") and before in CITING:
        return False
    if "/" in mark.number and not words[index].text.endswith("/"):
        return False
    following = after_mark(words[index : index + 5], mark)
    if not following:
        return False
    figure = following[0].text[0].isdigit() and mark.kind != "roman"
    return figure or bool(_CAPITAL.match(following[0].text))


def _value(mark: Mark) -> tuple[int, ...]:
    """The number of a mark as figures; bullets count nothing."""
    digits = tuple(int(part) for part in re.findall(r"\d+", mark.number))
    if mark.kind == "roman":
        return (_roman(re.sub(r"[^IVX]", "", mark.number)),)
    if mark.kind == "part":
        return digits or (1,)
    if mark.kind == "letter":
        return (_LETTERS.index(mark.number[0]) + 1,) if mark.number[0] in _LETTERS else ()
    return digits or ((0,) if mark.kind in ("dash", "plus") else ())


def _roman(figures: str) -> int:
    values = [_ROMAN[figure] for figure in figures]
    return sum(
        -value if any(later > value for later in values[place + 1 : place + 2]) else value
        for place, value in enumerate(values)
    )


def _ended(words: Sequence[Word], index: int) -> bool:
    return index < 0 or bool(_ENDED.search(words[index].text))


def _all_capitals(words: Sequence[Word], index: int) -> bool:
    return 0 <= index < len(words) and bool(_CAPITALS.match(words[index].text))


def _marks(words: Sequence[Word]) -> Iterator[tuple[int, Mark]]:
    """The marks that open paragraphs, with their places."""
    candidates = list(_candidates(words))
    lists = _Lists()
    last, over = 0, ""
    for place, candidate in enumerate(candidates):
        if candidate.at < last:
            continue
        if not candidate.at:
            taken = True
        elif candidate.mark.kind in ("dash", "plus"):
            taken = _is_bullet(words, candidates, place, last, over)
        else:
            taken = _counts_up(words, candidates, place, lists)
        if taken:
            lists.take(candidate)
            over = candidate.mark.kind
            last = candidate.at + len(candidate.mark.number.split())
            yield candidate.at, candidate.mark


def _counts_up(
    words: Sequence[Word], candidates: Sequence[_Candidate], place: int, lists: _Lists
) -> bool:
    """Whether a number goes on with an open list or begins one."""
    candidate = candidates[place]
    kind, reached = candidate.mark.kind, lists.reached.get(candidate.mark.kind)
    before = words[candidate.at - 1].text if candidate.at else "."
    heading = _all_capitals(words, candidate.at - 1)
    if lists.enumerating == kind and before.endswith((";", ",")):
        return False
    lists.enumerating = ""
    shouts = _all_capitals(words, candidate.at + len(candidate.mark.number.split()))
    if kind in ("roman", "part", "article") and (candidate.ended or heading or shouts):
        return reached is None or _follows(candidate, reached) or shouts
    if reached and _follows(candidate, reached):
        return True
    if not _begins(candidate, lists):
        return _skips(candidates, place, reached)
    if before.endswith(":") and _is_enumeration(words, candidates, place):
        lists.enumerating = kind
        return False
    return (candidate.ended and not reached) or heading or _goes_on(candidates, place)


def _follows(candidate: _Candidate, reached: tuple[int, ...]) -> bool:
    value, kind = candidate.value, candidate.mark.kind
    if kind == "letter":
        letter, before = _LETTERS[value[0] - 1], _LETTERS[reached[0] - 1]
        return letter in _FOLLOWING.get(before, _LETTERS[reached[0] : reached[0] + 1])
    if len(value) > len(reached):
        return value == (*reached, 1)
    head = reached[: len(value)]
    return value == (*head[:-1], head[-1] + 1)


def _begins(candidate: _Candidate, lists: _Lists) -> bool:
    if candidate.mark.kind == "decimal":
        over = lists.reached.get("arabic")
        return candidate.value[-1] == 1 and (over is None or candidate.value[0] == over[0])
    return candidate.value == (1,)


def _skips(candidates: Sequence[_Candidate], place: int, reached: tuple[int, ...] | None) -> bool:
    """Whether a list that left out a number goes on: after a full stop, and the next number comes too."""
    candidate = candidates[place]
    step = candidate.value[-1] - reached[-1] if reached else 0
    return candidate.ended and step == 2 and _goes_on(candidates, place)


def _goes_on(candidates: Sequence[_Candidate], place: int) -> bool:
    """Whether the next number of the list that a mark belongs to comes before a mark of higher rank."""
    own = candidates[place]
    for other in candidates[place + 1 : place + AHEAD]:
        if other.mark.kind == own.mark.kind and _follows(other, own.value):
            return True
        if RANKS[other.mark.kind] < RANKS[own.mark.kind] and other.ended:
            return False
    return False


def _is_enumeration(words: Sequence[Word], candidates: Sequence[_Candidate], place: int) -> bool:
    """Whether the second item of a list comes after ";" or ",": it is one within a sentence."""
    own = candidates[place]
    if own.mark.kind not in ("bracket", "letter"):
        return False
    for other in candidates[place + 1 : place + 4]:
        if other.mark.kind == own.mark.kind and _follows(other, own.value):
            return words[other.at - 1].text.endswith((";", ","))
    return False


def _is_bullet(
    words: Sequence[Word], candidates: Sequence[_Candidate], place: int, last: int, over: str
) -> bool:
    """Whether a dash opens an item: after a finished one, before a label, or as the first below a heading.

    `over` is the kind of the mark before, which stands at the word before `last`.
    """
    candidate = candidates[place]
    after = candidate.at + 1
    if candidate.ended:
        return not words[candidate.at - 1].text[0].isdigit() or _capital_word(words, after)
    if label_at(words, after):
        return True
    if not over or over in ("dash", "plus") or candidate.at - last > SHORT_HEADING:
        return False
    if _all_capitals(words, after):
        return False
    if begins_work(words, after):
        return True
    return not begins_office(words, last) and _heads_list(words, candidates, place)


def _heads_list(words: Sequence[Word], candidates: Sequence[_Candidate], place: int) -> bool:
    """Whether what stands before a dash is a heading over bullets: work follows, or a second bullet does."""
    candidate = candidates[place]
    if read_phrase(words[candidate.at + 1 : candidate.at + 1 + SHORT_HEADING]):
        return True
    following = candidates[place + 1 : place + 2]
    heading = _all_capitals(words, candidate.at - 1)
    return heading or any(one.ended and one.mark.kind == candidate.mark.kind for one in following)


def _with_tables(words: Sequence[Word], starts: dict[int, Mark | None]) -> dict[int, Mark | None]:
    """The breaks with none inside a table, which goes on to the next heading of a section."""
    order = sorted(starts)
    kept: dict[int, Mark | None] = {}
    index = place = 0
    while index < len(words):
        if (head := head_at(words, index)) is None:
            index += 1
            continue
        before = bisect_left(order, index)
        kept.update((at, starts[at]) for at in order[place:before])
        kept[index] = None
        place = bisect_left(order, head.end)
        while place < len(order) and not _ends_table(words, order[place], starts[order[place]]):
            place += 1
        index = order[place] if place < len(order) else len(words)
    kept.update((at, starts[at]) for at in order[place:])
    return kept


def _ends_table(words: Sequence[Word], at: int, mark: Mark | None) -> bool:
    if mark is None:
        return bool(_ALONE.match(text_of(words[at : at + 2])))
    return mark.kind in ("roman", "part", "article", "annex") and words[at - 1].text not in (
        "TT",
        "STT",
    )


def _capital_word(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and bool(_CAPITAL.match(words[index].text))


def _further_breaks(words: Sequence[Word], starts: dict[int, Mark | None]) -> Iterator[int]:
    """Where a paragraph without a mark begins: below a heading, before receivers and signature."""
    shouting = False
    for index, word in enumerate(words):
        mark = starts.get(index)
        if mark is not None:
            shouting = mark.kind in ("roman", "part")
            continue
        capitals = _all_capitals(words, index)
        if _ALONE.match(text_of(words[index : index + 2])) or _ALONE.match(word.text):
            yield index
        elif (
            shouting
            and not capitals
            and _capital_word(words, index)
            and _all_capitals(words, index - 1)
        ):
            shouting = False
            yield index
        elif _is_new_sentence(words, index):
            yield index


def _is_new_sentence(words: Sequence[Word], index: int) -> bool:
    """Whether a sentence about work begins where no point stands before: a heading has ended."""
    if index < 2 or not words[index].text[0].isupper() or words[index - 1].text[0].isupper():
        return False
    if (
        not words[index - 1].text[-1].isalpha()
        or text_of(words[index : index + 2]).lower() not in _WORK
    ):
        return False
    before = fold(text_of(words[index - 2 : index]))
    return not _NAMING.search(before) and not _CAPITALS.match(words[index].text)
