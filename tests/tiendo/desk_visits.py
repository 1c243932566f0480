"""The first screens over the worked example: queue, calendar, search."""

from django.urls import reverse

BUTTONS = {"progress:join"} | {"desk:act", "progress:bulk", "desk:keep_view", "desk:forget_view"}
WITHOUT_ROW = BUTTONS - {"desk:forget_view", "progress:join"}
MONTHS = ("", "?month=2024-12", "?month=2025-01&office=1&plan=1", "?month=khong")
WORDS = ("", "?q=khuyen+cong", "?q=phong", "?q=khong+co+gi", "?q=2024")


def addresses() -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    calendar, search = reverse("desk:calendar"), reverse("desk:search")
    return {
        "desk:system": [reverse("desk:system")],
        "desk:queue": [reverse("desk:queue")],
        "desk:calendar": [f"{calendar}{query}" for query in MONTHS],
        "desk:search": [f"{search}{query}" for query in WORDS],
    }
