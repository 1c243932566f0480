"""One office written under two names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Mention, Reading
from vanban.text import initials, key, plain, unglued

CODES = (
    Code(
        "office-two-names",
        Severity.LOOK,
        Said(
            "Một cơ quan mang {count} tên: {names}.",
            "One office goes by {count} names: {names}.",
        ),
        Said(
            "Người theo dõi phải đoán các tên có phải một cơ quan; danh sách việc của cơ quan dễ bị sót.",
            "Whoever follows the plan must guess that it is one office; its list of tasks is easily cut short.",
        ),
        Said(
            "Dùng một tên trong cả văn bản: tên đầy đủ, hoặc tên tắt đã giải thích.",
            "Use one name throughout: the full one, or a short one that was explained.",
        ),
    ),
)
JOINING = re.compile(r"\s*(?:,|-|–|&|\bvà\b)\s*")
SHORTENED = re.compile(r"(?<![^\W\d_])[A-ZĐ]{2,}(?:[-&. ]{0,3}[A-ZĐ]{2,})*")
# Everybody writes these short, beside the full name or without it.
USUAL = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "tp": "thành phố",
    "vn": "việt nam",
}
FEWEST_LETTERS = 3  # of the initials by which a short name is known
FEWEST_WORDS = 3  # of a full name


def check(document: Examined) -> Iterator[Remark]:
    """One remark for every office with several names, at the first place of each."""
    firsts = _first_mentions(mentions_of(document.reading))
    for names in groups_of(list(firsts)):
        shown = [firsts[name] for name in names]
        quotes = tuple(mention.quote for mention in shown if mention.quote)
        listed = ", ".join(f"“{plain(unglued(mention.name))}”" for mention in shown)
        yield Remark("office-two-names", {"count": str(len(names)), "names": listed}, quotes)


def mentions_of(reading: Reading) -> Iterator[Mention]:
    """Every office of tasks and duties, groups apart."""
    for task in reading.tasks:
        for mention in (*task.leads, *task.coordinating):
            if not mention.group:
                yield mention
        for others in task.roles.values():
            yield from (mention for mention in others if not mention.group)
    for duty in reading.duties:
        yield from (mention for mention in duty.actors if not mention.group)


def _first_mentions(mentions: Iterator[Mention]) -> Mapping[str, Mention]:
    """The first mention of every way to write a name; what everybody shortens is written out."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        name = written_out(mention.name)
        if key(name) not in {key(one) for one in found}:
            found[name] = mention
    return found


def written_out(name: str) -> str:
    """The name with what everybody shortens in full."""
    words = [USUAL.get(word.lower(), word) for word in plain(unglued(name)).split()]
    return " ".join(words)


def groups_of(names: Sequence[str]) -> list[list[str]]:
    """The names that mean one office, each group with two or more."""
    by_words: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_words[key(JOINING.sub(" ", name))].append(name)
    full = [one for one in by_words.values() if not is_shortened(one[0])]
    short = [one for one in by_words.values() if is_shortened(one[0])]
    lettered: dict[str, list[list[str]]] = defaultdict(list)
    for group in full:
        lettered[initials(group[0])].append(group)
    for group in short:
        letters = initials(group[0])
        alike = lettered.get(letters, [])
        if len(alike) == 1 and len(letters) >= FEWEST_LETTERS:
            alike[0].extend(group)
        elif not alike:
            lettered[letters].append(group)
            full.append(group)
    return [group for group in full if len(group) > 1]


def is_shortened(name: str) -> bool:
    """Whether a name holds letters in place of words: "Phòng KT-HT", "Sở GTVT"."""
    return bool(SHORTENED.search(name))
