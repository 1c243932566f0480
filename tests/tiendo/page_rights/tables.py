"""The tables of all applications; a new module is named here."""

from tests.tiendo.page_rights import (
    Table,
    amending,
    answers,
    audits,
    changes,
    dashboard,
    difficulties,
    first_screens,
    indicators,
    intake,
    merging,
    norms,
    offices,
    owing,
    people,
    proofs,
    registers,
    reminders,
    rounds,
    succession,
    work,
)

TABLES: tuple[Table, ...] = (
    *(people.TABLE, offices.TABLE, work.TABLE, intake.TABLE),
    *(owing.TABLE, rounds.TABLE, proofs.TABLE, answers.TABLE, reminders.TABLE),
    *(first_screens.TABLE, amending.TABLE, changes.TABLE, succession.TABLE, audits.TABLE),
    registers.TABLE,
    *(norms.TABLE, merging.TABLE, difficulties.TABLE, indicators.TABLE),
    dashboard.TABLE,
)

# Addresses to which rights do not apply, each with its reason.
FOR_EVERYBODY = {
    "account_login": "one logs in here",
    "account_logout": "one's own session ends",
    "account_inactive": "says that an account is closed",
    "account_reset_password": "says whom to ask",
    "account_change_password": "one's own password; asked for even of somebody without a role",
    "accounts:come_in": "one comes in by a slip here",
    "accounts:by_link": "one comes in by a mailed link here",
    "accounts:choose_password": "opens by the slip one came with",
    "reminders:feed": "a calendar at a secret address, fetched by a telephone",
    "desk:home": "leads on to the first page of the role",
    "outside:answer": "whoever has the link answers; it leads to nothing else",
    "outside:sheet": "the same, as an .xlsx form",
    "ui:components": "shows the parts of pages, no data",
    "ui:language": "one's own cookie",
    "ui:type-size": "one's own cookie",
}
