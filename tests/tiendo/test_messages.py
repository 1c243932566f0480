"""The catalogue tool finds every text that is shown, and every gap in the translation."""

from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.pofile import PoFileError
from django.template.engine import Engine

from tiendo import messages

TEMPLATE = """{% load i18n %}
{% translate "Save 50%" %}{% translate "May" context "month" as month %}
{% if kind == _("In a condition") %}{{ name|default:_("In a filter") }}{% endif %}
{% for row in rows %}{% include "x.html" with title=_("In an argument") %}
{% empty %}{% blocktranslate count n=rows|length trimmed %}
  {{ n }} task
{% plural %}
  {{ n }} tasks
{% endblocktranslate %}{% endfor %}
"""


def test_every_text_of_the_application_is_translated_and_no_translation_is_left_over() -> None:
    assert messages.findings() == []


def test_the_list_of_words_alike_in_both_languages_stays_short() -> None:
    assert len(messages.SAME_IN_BOTH) <= 30


def test_texts_in_templates_are_found_wherever_they_stand() -> None:
    template = Engine.get_default().from_string(TEMPLATE)
    found = {(use.msgid, use.context) for use in messages.uses_in_template(template, "page.html")}
    assert found == {
        ("Save 50%%", ""),
        ("May", "month"),
        ("In a condition", ""),
        ("In a filter", ""),
        ("In an argument", ""),
        ("%(n)s task", ""),
        ("%(n)s tasks", ""),
    }


def test_texts_in_python_are_found_with_their_context_and_plural() -> None:
    source = (
        'a = _("One " "sentence")\nngettext("row", "rows", n)\npgettext("month", "May")\n_(name)'
    )
    found = [(use.msgid, use.context, use.place) for use in messages.uses_in_python(source, "x.py")]
    assert found == [
        ("One sentence", "", "x.py:1"),
        ("row", "", "x.py:2"),
        ("rows", "", "x.py:2"),
        ("May", "month", "x.py:3"),
    ]


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Save", "Lưu", flags=["fuzzy"]), "fuzzy"),
        (Message("Save", " "), "empty"),
        (Message("Save", "Save"), "not translated"),
        (Message("%(n)s tasks", "nhiệm vụ"), "other placeholders"),
        (Message("{n} tasks", "{m} nhiệm vụ"), "other placeholders"),
    ],
)
def test_a_faulty_translation_is_named(message: Message, fault: str) -> None:
    assert [said.split(":")[0].split(" than")[0] for said in messages.faults(message)] == [fault]


def test_a_right_translation_is_left_alone() -> None:
    plural = Message(("%(n)s task", "%(n)s tasks"), ("%(n)s nhiệm vụ",))
    assert [*messages.faults(plural), *messages.faults(Message("PDF", "PDF"))] == []


def test_a_broken_catalogue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vi" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Save"\nLưu\n', encoding="utf-8")
    with pytest.raises(PoFileError):
        messages.read_catalogue(path)
