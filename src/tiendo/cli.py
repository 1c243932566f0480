"""tiendo: run the product from the terminal.

  tiendo start                 open an empty installation: locality, offices, first administrator
  tiendo person USERNAME       give somebody an account, a role, a new password or a sign-in slip; close an account
  tiendo serve                 answer the browser and do the work in the background
  tiendo demo                  set the worked example up; with --remove take it out again
  tiendo read-in FILE          read a plan in, to be reviewed in the browser
  tiendo remind                tell people what is due today; the running product does it by itself
  tiendo seal                  seal the new lines of the history; the running product does it by itself
  tiendo verify [PACKAGE.zip]  say whether the sealed history, or an auditor's package, was altered

Results go to standard output, what is for a person's attention to standard error. Exit status: 0 done,
1 not possible (the sentence says why), 2 wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

COMMANDS = {
    "start": ("tiendo.commands.start", "open an empty installation"),
    "person": (
        "tiendo.commands.person",
        "give somebody an account, a role, a slip; close an account",
    ),
    "serve": ("tiendo.commands.serve", "answer the browser and work in the background"),
    "demo": ("tiendo.commands.demo", "set up or remove the worked example"),
    "read-in": ("tiendo.commands.read_in", "read a plan in"),
    "remind": ("tiendo.commands.remind", "tell people what is due today"),
    "seal": ("tiendo.commands.seal", "seal the new lines of the history"),
    "verify": ("tiendo.commands.verify", "say whether the sealed history was altered"),
}


ROLES = ("coordinator", "reporter", "head", "leader", "viewer", "auditor", "administrator")


class Refused(Exception):
    """A command cannot be carried out; the message is the sentence for the person."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiendo.settings")
    args = parser().parse_args(argv)
    try:
        _open_installation()
        import_module(COMMANDS[args.command][0]).run(args)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options; the reference page is made from it."""
    whole = argparse.ArgumentParser(
        prog="tiendo", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_module, words) in COMMANDS.items():
        OPTIONS[name](commands.add_parser(name, help=words, description=words.capitalize() + "."))
    return whole


def _start_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--locality", metavar="NAME", help="name of the locality; asked for when left out"
    )
    command.add_argument("--username", help="user name of the first administrator")
    command.add_argument("--full-name", metavar="NAME", help="full name of the first administrator")
    command.add_argument(
        "--offices",
        type=Path,
        metavar="FILE.xlsx",
        help="offices: columns name, short name, kind, other names",
    )
    command.add_argument(
        "--practice", action="store_true", help="mark every page as a practice installation"
    )


def _person_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "username", help="user name; somebody who is here gets a role or a new password"
    )
    command.add_argument("--full-name", metavar="NAME", help="full name, for a new account")
    command.add_argument("--office", metavar="WORDS", help="words of the office's name")
    command.add_argument(
        "--role", choices=ROLES, default="reporter", help="role in it (%(default)s)"
    )
    command.add_argument(
        "--until", metavar="DAY", help="last day of the role, like 2026-12-31; an auditor needs one"
    )
    command.add_argument(
        "--slip",
        action="store_true",
        help="print a code to come in with once within 7 days, instead of asking for a password",
    )
    command.add_argument("--close", action="store_true", help="close the account")
    command.add_argument(
        "--successor", metavar="USERNAME", help="who takes over what is open when it is closed"
    )


def _serve_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    command.add_argument(
        "--port", type=_port, default=8000, help="port to listen on, 1 to 65535 (%(default)s)"
    )
    command.add_argument("--workers", type=_count, default=2, help="web processes (%(default)s)")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is no port from 1 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 on")
    return int(text)


def _demo_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--remove", action="store_true", help="take the worked example out, and nothing else"
    )


def _read_in_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file", type=Path, help="the issued plan: a file, or a folder of page images"
    )
    command.add_argument(
        "--as", dest="username", metavar="USERNAME", help="who reads it in (coordinator)"
    )


def _remind_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--dry-run",
        action="store_true",
        help="say who would be told of what; write and send nothing",
    )


def _seal_options(_command: argparse.ArgumentParser) -> None:
    """Sealing needs no options."""


def _verify_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "package",
        nargs="?",
        type=Path,
        metavar="PACKAGE.zip",
        help="an auditor's package; without it the history of this installation",
    )
    command.add_argument(
        "--seal",
        metavar="CODE",
        help="the code of a seal as a daily digest printed it: say whether it is still there",
    )


OPTIONS = {
    "start": _start_options,
    "person": _person_options,
    "serve": _serve_options,
    "demo": _demo_options,
    "read-in": _read_in_options,
    "remind": _remind_options,
    "seal": _seal_options,
    "verify": _verify_options,
}


def _open_installation() -> None:
    """Load Django; say in a sentence when the folder of the data cannot be written."""
    try:
        import_module("django").setup()
        home = import_module("django.conf").settings.HOME
    except OSError as error:
        raise Refused(unwritable(error.filename)) from error
    except ValueError as error:  # of dj-database-url or of ours for the mail; else a fault of ours
        name, _, reason = str(error).partition(": ")
        if not name.startswith("TIENDO_"):
            name, reason = "TIENDO_DATABASE", str(error)
        raise Refused(f"Không hiểu {name}: {reason}\n{name} is not understood: {reason}") from error
    if not os.access(home, os.W_OK):
        raise Refused(unwritable(home))


def unwritable(folder: object) -> str:
    """The sentence for a folder or file in which nothing can be written."""
    return (
        f"Không ghi được vào thư mục {folder}. Cấp quyền ghi hoặc đặt TIENDO_HOME sang thư mục khác.\n"
        f"The folder {folder} cannot be written. Give write permission or set TIENDO_HOME to another folder."
    )
