"""Figures of a hand-over in templates."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of(counts: Mapping[str, int], name: str) -> int | str:
    """How much of one kind there is; a dash for none."""
    return counts.get(name) or "–"


@register.filter
def has(counts: Mapping[str, int], name: str) -> bool:
    """Whether there is anything of one kind."""
    return bool(counts.get(name))
