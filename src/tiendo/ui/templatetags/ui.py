"""The components of the interface. Each stands once on the page /he-thong/thanh-phan/.

    {% icon "clock" %}                      a drawing beside a word; {% icon "search" name=… %} alone
    {% tag state days=337 %}                a state: icon, look, words; {% state_words state %} alone
    {% card title hint=… more=… url=… %}…{% endcard %}
    {% summary %}{% fact label %}…{% endfact %}{% endsummary %}
    {% note "warn" %}…{% endnote %}
    {% blank title icon=… %}why, and what to do{% endblank %}   an empty place
    {% filters … %}selects{% endfilters %}  {% tabs items %}  {% pager page %}
    {% crumb label url %}  {% error_summary form %}  {% meter done total %}
    {{ day|d }} {{ day|dm }} {{ day|long_day }} {{ due|distance:today }} {{ figure|n }}

A form shows itself: {{ form }}, {{ form.name.as_field_group }} (see ui/forms.py).
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template import Context
from django.template.loader import render_to_string
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from tiendo.ui import dates
from tiendo.ui.icons import ICONS
from tiendo.ui.looks import look_of, words_of

register = template.Library()
register.filter("distance", dates.distance)
register.filter("margin", dates.margin)
register.filter("long_day", dates.long_day)

NO_BREAK_MINUS = "−"


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """The drawing `name`; `size` is "", "lg" or "xs". With `label` it may stand without a word."""
    drawing = mark_safe(ICONS[name])  # noqa: S308  our own drawings
    size_class = f" icon-{size}" if size else ""
    if label:
        return format_html(
            '<svg class="icon{}" viewBox="0 0 16 16" role="img" aria-label="{}">{}</svg>',
            size_class,
            label,
            drawing,
        )
    return format_html(
        '<svg class="icon{}" viewBox="0 0 16 16" aria-hidden="true">{}</svg>', size_class, drawing
    )


@register.simple_tag
def tag(
    state: object, days: int | None = None, months: int | None = None, text: str = ""
) -> SafeString:
    """A state as an adjective with its own outline; never a link, at most one in a row."""
    look = look_of(state)
    style = f" {look.style}" if look.style else ""
    words = text or words_of(state, days=days, months=months)
    return format_html('<span class="tag{}">{}{}</span>', style, icon(look.icon), words)


register.simple_tag(words_of, name="state_words")


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    hint: str = "",
    more: str = "",
    url: str = "",
    flush: bool = False,
) -> SafeString:
    """A sheet with a heading; `more` and `url` are the link at its right, `flush` has no padding."""
    return _rendered(
        "ui/card.html", content=content, title=title, hint=hint, more=more, url=url, flush=flush
    )


@register.simple_block_tag
def summary(content: str, small: bool = False) -> SafeString:
    """A list of facts: label, value, at the right what can be changed."""
    return format_html('<dl class="sum{}">{}</dl>', " sum-sm" if small else "", content)


@register.simple_block_tag
def fact(content: str, label: str, url: str = "", action: str = "") -> SafeString:
    """One line of a summary; `url` and `action` lead to where it can be changed."""
    link = ""
    if url:
        link = format_html(
            '<dd><a href="{}">{}<span class="vh"> {}</span></a></dd>', url, action, label
        )
    return format_html("<div><dt>{}</dt><dd>{}</dd>{}</div>", label, content, link)


NOTE_ICONS = {"": "info", "warn": "undo", "bad": "alert", "wait": "hourglass", "ok": "done"}


@register.simple_block_tag
def note(content: str, kind: str = "", picture: str = "") -> SafeString:
    """A remark on the page: "" plain, "warn", "bad", "wait" or "ok"."""
    style = f" note-{kind}" if kind else ""
    drawing = icon(picture or NOTE_ICONS[kind])
    return format_html('<div class="note{}">{}<div>{}</div></div>', style, drawing, content)


@register.simple_block_tag
def blank(content: str, title: str, picture: str = "", level: int = 2) -> SafeString:
    """An empty place: says why it is empty and what to do. Without `picture` it is a first page."""
    return _rendered("ui/blank.html", content=content, title=title, picture=picture, level=level)


@register.simple_block_tag
def filters(content: str, query: str | None = None, hint: str = "", active: int = 0) -> SafeString:
    """The row of filters above a list: a GET form, its selects in the body.

    `query` is what is being searched for (None: no search box), `active` how many filters are on.
    On a phone the selects open below one button, without JavaScript.
    """
    return _rendered("ui/filters.html", content=content, query=query, hint=hint, active=active)


@register.inclusion_tag("ui/tabs.html")
def tabs(items: list[dict], label: str) -> dict:
    """Saved ways to look at a list; an item has url, label, and perhaps count and current."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: Context, page: Page, target: str = "") -> dict:
    """Links to the other pages of a list; every page has its own address, filters stay in it.

    `target` is the id of the part htmx refreshes.
    """
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": numbers, "target": target, "request": context.get("request")}


@register.simple_tag
def crumb(label: object, url: str = "", lang: str = "") -> SafeString:
    """One step of the way to this page; the last has no `url`. `lang="vi"` for words of a plan."""
    language = format_html(' lang="{}"', lang) if lang else ""
    if url:
        return format_html('<li{}><a href="{}">{}</a></li>', language, url, label)
    return format_html("<li{}>{}</li>", language, label)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*forms: BaseForm, title: str = "") -> dict:
    """All that must be corrected, in the words that also stand at the fields, linked to them.

    `title` replaces "Not saved: 2 things to correct".
    """
    fields = [field for form in forms if form.is_bound for field in form if field.errors]
    general = [error for form in forms if form.is_bound for error in form.non_field_errors()]
    return {
        "fields": fields,
        "general": general,
        "title": title,
        "count": sum(len(field.errors) for field in fields) + len(general),
    }


@register.inclusion_tag("ui/meter.html")
def meter(part: float, whole: float = 100, label: str = "", kind: str = "") -> dict:
    """A bar filled by `part` of `whole`; `kind` is "", "ok", "warn" or "bad"."""
    percent = round(100 * float(part) / float(whole)) if whole else 0
    return {"percent": min(100, max(0, percent)), "label": label, "kind": kind}


@register.filter
def d(day: date | None) -> str:
    """A day as 02/12/2024; nothing for no day."""
    return f"{day:%d/%m/%Y}" if day else ""


@register.filter
def dm(day: date | None) -> str:
    """A day as 02/12, for running lists in which the year is plain."""
    return f"{day:%d/%m}" if day else ""


@register.filter
def moment(at: datetime | None) -> str:
    """A moment as 27/11/2024 09:14, in local time; nothing for none."""
    return date_format(localtime(at), "d/m/Y H:i") if at else ""


@register.filter
def n(figure: Decimal | float | None, decimals: int | None = None) -> str:
    """A figure as 1.234.567,89 with a true minus; nothing for no figure."""
    if figure is None or figure == "":
        return ""
    if isinstance(figure, Decimal) and decimals is None:
        figure = figure.normalize() if figure % 1 else figure.quantize(Decimal(1))
    elif decimals is not None:  # Django would cut the decimals off
        exact = Decimal(str(figure))
        figure = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    shown = number_format(figure, decimals, use_l10n=True, force_grouping=True)
    return shown.replace("-", NO_BREAK_MINUS)


@register.filter
def initials(name: object) -> str:
    """The letters on the round mark beside a person: of the last two words of the name."""
    return "".join(word[0] for word in str(name).split()[-2:]).upper()


def _rendered(name: str, **context: object) -> SafeString:
    return render_to_string(name, context)
