"""tiendo verify: say whether the sealed history, or an auditor's package, is what it was when it was sealed."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from django.db.models import Q
from django.utils import translation

from tiendo.agencies.models import Locality
from tiendo.cli import Refused
from tiendo.commands.installation import bring_up_to_date
from tiendo.history import verifying
from tiendo.history.chain import Fault
from tiendo.history.models import Seal
from tiendo.history.unpacking import NotAPackage, found_in, marks_of
from tiendo.history.words import code_of, told

MOST = 1000  # sentences; who alters more has altered everything


def run(args: argparse.Namespace) -> None:
    """Verify. Raises Refused, so that the exit status is 1, when something is wrong or a code is not found."""
    if args.package:
        _package(args.package)
        return
    bring_up_to_date()
    if args.seal:
        _printed(args.seal)
    wrong = _say(verifying.strays())
    for locality in (None, *Locality.objects.order_by("pk")):
        wrong += _chain(locality)
    _judge(wrong)


def _package(path: Path) -> None:
    try:
        wrong = _say(found_in(path))
        sum_, last = marks_of(path)
    except (OSError, NotAPackage) as error:
        raise Refused(
            f"Không đọc được gói {path}: {error}\nThe package {path} cannot be read: {error}"
        ) from error
    print(f"  SHA-256: {sum_}\n  niêm phong cuối / last seal: {code_of(last)}")
    _judge(wrong)


def _chain(locality: Locality | None) -> int:
    key = locality.pk if locality else None
    print(f"{locality or 'Tiến Độ'}:")
    wrong = _say(verifying.found(key))
    try:
        _how_far(verifying.extent(key))
    except verifying.NOT_READABLE:
        wrong += not wrong  # said above where it is in the chain
    return wrong


def _how_far(extent: verifying.Extent) -> None:
    print(f"  {extent.places} dòng trong {extent.seals} niêm phong / changes in seals")
    if extent.last:
        print(
            f"  niêm phong cuối / last seal: {code_of(extent.last.hash)} ({extent.last.at[:19]}Z)"
        )
    if extent.waiting:
        print(
            f"  {extent.waiting} dòng chưa niêm phong, chưa kiểm được / not sealed yet, unchecked"
        )


def _say(faults: Iterable[Fault]) -> int:
    """Print each fault in both languages; return how many there are."""
    wrong = 0
    for wrong, fault in enumerate(faults, 1):
        if wrong <= MOST:
            for language in ("vi", "en"):
                with translation.override(language):
                    print(f"  ! {told(fault)}")
    return wrong


def _printed(code: str) -> None:
    """Say whether a seal that was printed in a digest is still in the chain. Raises Refused when it is not."""
    letters = "".join(each for each in code.lower() if each in "0123456789abcdef")
    here = Q(locality=None) | Q(locality__in=Locality.objects.values("pk"))  # only what is verified
    found = Seal.objects.filter(here, hash__startswith=letters, number__gt=0)
    rows = list(found) if len(letters) > 7 else []
    for row in rows:
        print(f"Niêm phong / seal {row.number}, {row.at:%d/%m/%Y}: {code_of(row.hash)}")
    if not rows:
        raise Refused(
            f"Không có niêm phong nào mang mã {code}: lịch sử đã bị thay, hoặc được phục hồi từ bản sao cũ hơn.\n"
            f"No seal has the code {code}: the history was replaced, or restored from an older backup."
        )


def _judge(wrong: int) -> None:
    if wrong:
        raise Refused(
            f"Phát hiện {wrong} điểm sai lệch; xem các dòng có dấu “!”.\n"
            f"{wrong} faults were found; see the lines with “!”."
        )
    print("Không phát hiện sai lệch. / Nothing is wrong.")
