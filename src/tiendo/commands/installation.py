"""Bringing the data of an installation up to this version; doing it again changes nothing."""

from io import StringIO

from django.core.management import call_command
from django.db import DatabaseError

from tiendo.accounts.clock import ClockRefused, refuse_moved_clock
from tiendo.cli import Refused, unwritable
from tiendo.commands.tables import bring_tables_up_to_date


def bring_up_to_date() -> None:
    """Create or update tables, the shared cache and the served files.

    Raises Refused when the database cannot be used, a folder cannot be written, or the clock may not be moved.
    """
    silence = StringIO()
    try:
        bring_tables_up_to_date()
        call_command("createcachetable", verbosity=0, stdout=silence)
        call_command("collectstatic", interactive=False, verbosity=0, stdout=silence)
        refuse_moved_clock()
    except DatabaseError as error:
        raise Refused(
            f"Không dùng được cơ sở dữ liệu: {error}. Xem lại TIENDO_HOME hoặc TIENDO_DATABASE.\n"
            f"The database cannot be used: {error}. Look at TIENDO_HOME or TIENDO_DATABASE."
        ) from error
    except OSError as error:
        raise Refused(unwritable(error.filename)) from error
    except ClockRefused as refusal:
        raise Refused(str(refusal)) from refusal
