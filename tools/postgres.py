"""A throw-away PostgreSQL: a cluster of its own, on a socket of its own, ended by its own process."""

import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

OLDEST = 15
# Nothing of a throw-away cluster has to survive a power loss.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


def find_binaries() -> Path | None:
    """Return the folder of the newest installed PostgreSQL server that is new enough, or None."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    on_path = shutil.which("postgres")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    fit = [
        folder for folder in found if _version(folder) >= OLDEST and (folder / "initdb").exists()
    ]
    return max(fit, key=_version, default=None)


@contextmanager
def throw_away_cluster(binaries: Path) -> Iterator[str]:
    """Yield the address of a database server for tests; nothing of it is left afterwards."""
    owner = _owner()
    with tempfile.TemporaryDirectory(prefix="tiendo-pg-") as name:
        folder = Path(name)
        if owner is not None:
            os.chown(folder, owner, pwd.getpwuid(owner).pw_gid)
        server = _start(binaries, folder, owner)
        try:
            _wait_until_ready(folder, server)
            yield f"postgres://tiendo@{quote(name, safe='')}/tiendo"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


def _start(binaries: Path, folder: Path, owner: int | None) -> "subprocess.Popen[bytes]":
    """Make the cluster and start it as `owner`, to whom no right of ours is handed on."""
    data, quiet = folder / "data", subprocess.DEVNULL
    account = ("-D", data, "-U", "tiendo", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    group = pwd.getpwuid(owner).pw_gid if owner is not None else None
    drop: partial[subprocess.Popen[bytes]] = partial(
        subprocess.Popen,
        cwd=folder,
        stdout=quiet,
        stderr=quiet,
        user=owner,
        group=group,
        extra_groups=None if owner is None else [],
    )
    if drop([binaries / "initdb", *account]).wait():
        raise RuntimeError(f"initdb made no cluster in {folder}")
    return drop([binaries / "postgres", "-D", data, "-k", folder, *settings])


def _wait_until_ready(folder: Path, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the server says in its lock file that it takes connections."""
    state = folder / "data" / "postmaster.pid"
    for _ in range(600):
        if state.exists() and state.read_text("utf-8").rstrip().endswith("ready"):
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start in {folder}")


def _owner() -> int | None:
    """Return the user to whom root hands the server, for it refuses root; None when we are not root."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user.pw_uid for user in pwd.getpwall()}
    return known.get("postgres", known.get("nobody"))


def _version(binaries: Path) -> int:
    command = [str(binaries / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)", said)
    return int(found[1]) if found else 0
