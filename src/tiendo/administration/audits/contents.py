"""What goes into a package, part by part; each part says how far it is."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.administration.audits.kept import folder_of, sheet_of_register
from tiendo.administration.audits.registers import register_of, registers
from tiendo.administration.feeds import Asked, feed
from tiendo.administration.history_sheet import sheet_of
from tiendo.administration.kinds import noun_of
from tiendo.history import chain, unpacking
from tiendo.history.models import AuditPackage, Change
from tiendo.history.packing import Package, write_history
from tiendo.history.unpacking import SUMS, chunks_of
from tiendo.history.verifying import Extent, extent
from tiendo.history.words import code_of
from tiendo.plans.models import Document
from tiendo.progress.models import Evidence
from tiendo.registers.models import Attachment
from tiendo.registers.register import REGISTERS
from vanban.text import fold

NOT_LETTERS = re.compile("[^a-z0-9]+")
INDEX, README = "MUC-LUC.html", "DOC-TRUOC.txt"
EXCEL_ROWS = 1_000_000  # of a sheet
Progress = Callable[[int], None]  # told the percent
Folder = Callable[[Any], str]  # where the file of a row lies


def write(path: Path, row: AuditPackage, progress: Progress) -> Extent:
    """Write the package that was asked for; return how far the history in it goes."""
    end = extent(row.locality_id)
    with ZipFile(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        package = Package(archive)
        missing = [*_files(package, row, progress)]
        _registers(package, row, progress)
        progress(60)
        write_history(package, row.locality_id, end)
        progress(80)
        _readable(package, row)
        progress(95)
        _verifier(package)
        _guides(package, row, end, missing)
        package.close()
    return end


def _files(package: Package, row: AuditPackage, progress: Progress) -> Iterator[str]:
    """Pack papers, evidence, files of registers; yields the names of those that are not in the storage any more."""
    papers = Document.objects.filter(locality=row.locality_id).exclude(file="")
    proofs = Evidence.objects.filter(**{Evidence.locality_path: row.locality_id})
    kinds: list[tuple[Folder, Any]] = [(lambda _row: "van-ban", papers)]
    if row.evidence:
        kinds.append((lambda _row: "minh-chung", proofs.exclude(file="")))
        kinds.append((folder_of, Attachment.objects.filter(locality=row.locality_id)))
    total = sum(rows.count() for _folder, rows in kinds) or 1
    done = 0
    for folder, rows in kinds:
        for each in rows.order_by("pk").iterator(chunk_size=200):
            name = f"{folder(each)}/{each.pk}-{_safe(each.name)}"
            try:
                with each.file.open("rb") as opened:
                    package.add(name, chunks_of(opened))
            except OSError:
                yield name
            done += 1
            progress(30 * done // total)


def _safe(name: str) -> str:
    """A name that every system can unpack, without a way out of its folder."""
    plain = "".join("_" if each in '/\\:*?"<>|' or ord(each) < 32 else each for each in name)
    return plain[-120:].strip(". ") or "tep"


def _registers(package: Package, row: AuditPackage, progress: Progress) -> None:
    models = registers()
    for place, model in enumerate(models, 1):
        noun = "-".join(NOT_LETTERS.split(fold(noun_of(model._meta.label_lower))))
        with closing(register_of(model, row.locality_id)) as opened:
            package.add(f"so-sach/{noun}.xlsx", chunks_of(opened))
        progress(30 + 20 * place // len(models))
    for register in REGISTERS.values():
        with closing(sheet_of_register(register, row.locality_id)) as opened:
            package.add(f"so-sach/so/{register.slug}.xlsx", chunks_of(opened))


def _readable(package: Package, row: AuditPackage) -> None:
    rows = feed(Change.objects.filter(locality=row.locality_id), Asked())
    with closing(sheet_of(rows, EXCEL_ROWS)) as opened:
        package.add("lich-su/lich-su.xlsx", chunks_of(opened))


def _verifier(package: Package) -> None:
    """The rules of the chain as they stand in the product: the auditor needs Python and nothing else."""
    for module in (chain, unpacking):
        source = Path(str(sys.modules[module.__name__].__file__)).read_bytes()
        package.add(f"kiem-tra/{module.__name__.replace('.', '/')}.py", [source])


def _guides(package: Package, row: AuditPackage, end: Extent, missing: list[str]) -> None:
    context = {
        "row": row,
        "files": sorted(package.sums),
        "missing": missing,
        "extent": end,
        "code": code_of(end.last.hash) if end.last else _("none"),
        "now": timezone.now(),
        "sums": SUMS,
    }
    for name, template in ((README, "read_me.txt"), (INDEX, "index.html")):
        text = render_to_string(f"administration/audits/{template}", context)
        package.add(name, [text.encode()])
