"""Tables made on an empty database, and what they look like then.

    python -m tests.tiendo.structure models|migrations

makes them in one of the two ways and prints columns and constraints of every table as JSON.
"""

import json
import sys
from typing import Any

import django
from django.core.management import call_command
from django.db import connection


def main(way: str) -> None:
    """Make the tables in this way and print them."""
    django.setup()
    from tiendo.commands.tables import bring_tables_up_to_date  # noqa: PLC0415  Django has to be set up

    if way == "models":
        bring_tables_up_to_date()
    else:
        call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        print(json.dumps({table: _looks(cursor, table) for table in tables}, indent=1))  # noqa: T201


def _looks(cursor: Any, table: str) -> dict[str, Any]:
    columns = connection.introspection.get_table_description(cursor, table)
    constraints: Any = connection.introspection.get_constraints(cursor, table)
    kinds = ("primary_key", "unique", "foreign_key", "check", "index")
    return {
        "columns": sorted(
            [each.name, str(each.type_code), each.display_size, each.null_ok] for each in columns
        ),
        "constraints": sorted(
            json.dumps([sorted(map(str, each["columns"] or [])), [each[kind] for kind in kinds]])
            for each in constraints.values()
        ),
    }


if __name__ == "__main__":
    main(sys.argv[1])
