"""What a day brings by itself, before anybody is told of it. Asked again on the same day nothing more happens."""

from datetime import date

from tiendo.agencies.models import Locality
from tiendo.progress.amending.carrying import bring_all_into_force
from tiendo.progress.directing.cards import open_cards


def begin_day(*, locality: Locality, today: date) -> None:
    """Let decisions take effect whose day has come, or hold no longer; open a card where work is late again."""
    bring_all_into_force(locality_id=locality.pk, day=today)
    open_cards(locality=locality, today=today)
