"""The tasks of a plan that names them nowhere but under "Tổ chức thực hiện"."""

from collections.abc import Sequence

from vanban.assignments.building import task_of
from vanban.assignments.items import Item
from vanban.assignments.labels import Label
from vanban.deadlines.reading import Setting
from vanban.model import Task
from vanban.paragraphs.reading import Paragraph
from vanban.passages import Word
from vanban.work.duties import Actor, actors_of, sections_of_duties


def tasks_of_sections(paragraphs: Sequence[Paragraph], setting: Setting) -> tuple[Task, ...]:
    """Every duty of those sections as a task; "2.3" is the third of actor "2", "-" one of an actor without number."""
    return tuple(
        task_of(_item(actor, place, words), setting)
        for section in sections_of_duties(paragraphs)
        for actor in actors_of(section)
        for place, words in enumerate(actor.duties, 1)
    )


def _item(actor: Actor, place: int, words: Sequence[Word]) -> Item:
    number = f"{actor.number}.{place}" if actor.number else "-"
    title = (*actor.opening, *words) if place == 1 else tuple(words)
    return Item(number, tuple(title), {Label.ACTOR: tuple(actor.names)} if actor.names else {}, ())
