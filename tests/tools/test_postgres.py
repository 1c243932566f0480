"""The throw-away PostgreSQL answers, belongs to nobody's installation, and leaves nothing behind."""

from pathlib import Path

import dj_database_url
import psycopg
import pytest

from tests.machine import lacking
from tools.postgres import find_binaries, throw_away_cluster


@pytest.fixture
def binaries() -> Path:
    return find_binaries() or lacking("postgresql", "no PostgreSQL server")


def test_the_cluster_answers_on_its_socket_and_leaves_nothing(binaries: Path) -> None:
    with throw_away_cluster(binaries) as address:
        database = dj_database_url.parse(address)
        folder = Path(database["HOST"])
        with psycopg.connect(host=str(folder), user=database["USER"], dbname="postgres") as server:
            listens = server.execute("SHOW listen_addresses").fetchone()
        assert listens == ("",)
        assert folder.exists()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=str(folder), user="tiendo", dbname="postgres")
