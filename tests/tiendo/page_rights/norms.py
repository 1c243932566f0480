"""Norms to start from, taken into the registers."""

from tests.tiendo.page_rights import Rule, Table

RULES = (
    Rule(
        "Who keeps the register of norms takes those to start from: the coordinator.",
        "C......",
        ("legal:proposals",),
    ),
)

TABLE = Table(RULES, {})
