"""Writing SVG: elements with escaped attributes and text, lengths with one decimal at most."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


def element(name: str, *content: object, **attributes: object) -> SafeString:
    """One element; an attribute None is left out, `class_` is class, `aria_label` is aria-label."""
    shown = format_html_join(
        "",
        ' {}="{}"',
        (
            (key.rstrip("_").replace("_", "-"), _length(value))
            for key, value in attributes.items()
            if value is not None
        ),
    )
    if not content:
        return format_html("<{}{}/>", mark_safe(name), shown)  # noqa: S308  our own element names
    return format_html("<{0}{1}>{2}</{0}>", mark_safe(name), shown, together(content))  # noqa: S308


def together(parts: Iterable[object]) -> SafeString:
    """Several pieces of SVG as one; plain text among them is escaped."""
    return format_html_join("", "{}", ((part,) for part in parts))


def _length(value: object) -> object:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return value
