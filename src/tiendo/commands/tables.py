"""The tables of an installation: all at once where there is none, by migrations where there are."""

from io import StringIO
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def bring_tables_up_to_date() -> None:
    """Make or change the tables as the models of this version say. Raises DatabaseError when that cannot be."""
    if not connection.introspection.table_names():
        _make_all()
    call_command("migrate", interactive=False, verbosity=0, stdout=StringIO())


def _make_all() -> None:
    """Make every table from its model and note all migrations as applied, in one transaction.

    It is what the migrations lead to (a test compares both), in a second: one after the other they take a minute
    on a small machine.
    """
    applied: Any = MigrationRecorder(connection).Migration
    steps = MigrationLoader(connection).graph.nodes
    models = [model for model in apps.get_models() if model._meta.can_migrate(connection)]
    with connection.schema_editor() as editor:
        for model in (applied, *models):
            editor.create_model(model)
        applied.objects.bulk_create(applied(app=app, name=name) for app, name in steps)
