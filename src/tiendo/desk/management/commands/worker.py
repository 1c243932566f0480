"""The background worker with the scheduler beside it: the one process that does things by itself."""

import threading
from typing import Any

from django_tasks_db.management.commands import db_worker

from tiendo.desk.reminders import scheduler


class Command(db_worker.Command):
    help = "Run background tasks, and what is done every day by itself"

    def handle(self, **options: Any) -> None:
        """Work until ended by a signal."""
        stop = threading.Event()
        scheduler.start(stop)
        try:
            super().handle(**options)
        finally:
            stop.set()
