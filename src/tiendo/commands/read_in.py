"""tiendo read-in FILE: read a plan in, to be reviewed in the browser."""

import argparse
import time
from contextlib import ExitStack
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils import translation

from tiendo.accounts.access import standing_of
from tiendo.accounts.clock import today
from tiendo.accounts.models import User
from tiendo.accounts.rights import READ_IN
from tiendo.cli import Refused
from tiendo.commands.installation import bring_up_to_date
from tiendo.plans.background import read_document
from tiendo.plans.models import Intake, Stage
from tiendo.plans.reception import AlreadyHere, receive, receive_pages, start_reading
from tiendo.plans.refusals import sentence
from tiendo.plans.screening import ARCHIVE


def run(args: argparse.Namespace) -> None:
    """Read the file, or the page images of a folder, at once and print where to review it.

    Raises Refused with the reason.
    """
    bring_up_to_date()
    with translation.override("vi"):
        intake = _received(args.file, _person(args.username))
        _read(intake)
        if intake.stage == Stage.FAILED:
            raise Refused(sentence(intake.error))
    print(_address(intake))


def _received(path: Path, person: User) -> Intake:
    try:
        with ExitStack() as opened:
            if not path.is_dir() and path.suffix.lower() != ARCHIVE:
                return receive(upload=_file(path, opened), locality=person.locality, actor=person)
            pages = sorted(path.iterdir()) if path.is_dir() else [path]
            files = [_file(page, opened) for page in pages]
            intake = receive_pages(uploads=files, locality=person.locality, actor=person)
            start_reading(intake=intake, actor=person)
            return intake
    except OSError as error:
        raise Refused(f"Không mở được {path}.\n{path} cannot be opened.") from error
    except AlreadyHere as here:
        raise Refused(
            f"Tệp này đã ở đây: {_address(here.intake)}\nThis file is here: {_address(here.intake)}"
        ) from here
    except ValidationError as error:
        raise Refused("\n".join(error.messages)) from error


def _file(path: Path, opened: ExitStack) -> UploadedFile:
    file = opened.enter_context(path.open("rb"))
    return UploadedFile(File(file), name=path.name, size=path.stat().st_size)


def _read(intake: Intake) -> None:
    """Read it here; when the worker of a running server was quicker, wait until it is done."""
    read_document.call(intake.pk)
    intake.refresh_from_db()
    while intake.stage in (Stage.QUEUED, Stage.READING):
        time.sleep(0.2)
        intake.refresh_from_db()


def _person(username: str | None) -> User:
    """The person who reads the plan in: the one named, or the only one who may."""
    people = User.objects.filter(is_active=True)
    if username:
        people = people.filter(username=username)
    able = [person for person in people if standing_of(person, today()).may(READ_IN)]
    if len(able) != 1:
        raise Refused(
            "Nói rõ ai đọc văn bản vào: --as TÊN-ĐĂNG-NHẬP của một đầu mối hoặc quản trị.\n"
            "Say who reads it in: --as USERNAME of a coordinator or administrator."
        )
    return able[0]


def _address(intake: Intake) -> str:
    return reverse("plans:review", args=[intake.pk])
