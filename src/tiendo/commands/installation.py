"""Bringing the data of an installation up to this version; doing it again changes nothing."""

from io import StringIO

from django.core.management import call_command


def bring_up_to_date() -> None:
    """Create or update tables, the shared cache and the served files."""
    silence = StringIO()
    call_command("migrate", interactive=False, verbosity=0, stdout=silence)
    call_command("createcachetable", verbosity=0, stdout=silence)
    call_command("collectstatic", interactive=False, verbosity=0, stdout=silence)
