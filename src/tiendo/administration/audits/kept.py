"""Registers with their files: each as the sheet that can be taken out of it, with the key of the row in front."""

from operator import attrgetter
from tempfile import TemporaryFile
from typing import IO

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from tiendo.accounts.clock import today
from tiendo.registers.columns import Column
from tiendo.registers.export import write_xlsx
from tiendo.registers.models import Attachment
from tiendo.registers.register import Register, Setting, register_of
from tiendo.registers.scope import Hand


def sheet_of_register(register: Register, locality_id: int) -> IO[bytes]:
    """An open .xlsx file with every row of a register; personal numbers are covered: a package leaves the house."""
    hand = Hand(register, locality_id, None, frozenset(), Setting(today()))
    columns = [Column("key", _("Key"), attrgetter("pk")), *register.sheet]
    opened = TemporaryFile()  # noqa: SIM115  # whoever packs it closes it
    write_xlsx(opened, hand, hand.rows().order_by("pk"), columns)
    opened.seek(0)
    return opened


def folder_of(attachment: Attachment) -> str:
    """Where a file of a row lies in the package: "tep-cua-so/doanh-nghiep/12", after the register and the row."""
    kind = ContentType.objects.get_for_id(attachment.content_type_id)
    model = kind.model_class()
    register = register_of(model) if model else None
    return f"tep-cua-so/{register.slug if register else kind.model}/{attachment.object_id}"
