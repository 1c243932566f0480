"""python -m tools COMMAND: what the Makefile calls."""

import argparse
import os
import shutil
import sys

from tools import checks, packages, serve
from tools.assets import bring_assets
from tools.browser import bring_chromium
from tools.places import BOOT, CHROMIUM, LETTERS, VENDOR, VENV, WEB
from tools.terminal import NotFetched, stop_unfetched

MADE_BY_SET_UP = (
    BOOT,
    VENV,
    CHROMIUM,
    VENDOR,
    LETTERS.parent,
    WEB / "node_modules",
    WEB / "browser" / "node_modules",
)


def main() -> int:
    try:
        return obey(_parser().parse_args())
    except NotFetched as failure:
        stop_unfetched(failure)


def obey(arguments: argparse.Namespace) -> int:
    """Carry out one command and return the exit status."""
    if arguments.command == "run":
        serve.run(arguments.port)
    if arguments.command == "lock":
        packages.lock()
        return 0
    if arguments.command == "clean":
        for folder in MADE_BY_SET_UP:
            shutil.rmtree(folder, ignore_errors=True)
        return 0
    full_test = arguments.command == "test" and not arguments.quick
    set_up(browser=full_test or arguments.command == "setup")
    if arguments.command == "test":
        return checks.check_everything(quick=not full_test, strict=os.environ.get("STRICT", ""))
    if arguments.command == "benchmarks":
        return checks.run_benchmarks(["--quick"] if arguments.quick else [])
    if arguments.command == "in-venv":
        return checks.run_in_venv(arguments.rest)
    if arguments.command == "on-postgresql":
        return checks.run_on_postgresql(arguments.rest)
    return 0


def set_up(*, browser: bool) -> None:
    """Bring everything that checks need; what is there already is left as it is."""
    packages.install("test")
    bring_assets()
    packages.compile_catalogues()
    if browser:
        bring_chromium()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("setup", "lock", "clean"):
        commands.add_parser(name)
    commands.add_parser("run").add_argument("--port", default="8000")
    commands.add_parser("test").add_argument("--quick", action="store_true")
    commands.add_parser("benchmarks").add_argument("--quick", action="store_true")
    for name in ("in-venv", "on-postgresql"):
        commands.add_parser(name).add_argument("rest", nargs=argparse.REMAINDER)
    return parser


if __name__ == "__main__":
    sys.exit(main())
