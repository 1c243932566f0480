"""Registers: their lists, rows, figures, and the sheets brought in."""

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.outline_files import outlines_brought
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.industry.models import Enterprise
from tiendo.plans.models import Link
from tiendo.registers import attaching
from tiendo.registers.models import Import, Keeper, Stage
from tiendo.registers.register import REGISTERS

REGISTER = "doanh-nghiep"

RULES = (
    Rule(
        "Everybody with a role reads the registers, how they are kept, and the figures from them.",
        EVERYBODY,
        (
            *("registers:index", "registers:rows register", "registers:guide register"),
            *("registers:measures register", "registers:measure measure", "registers:row row"),
            *("registers:places register", "registers:file file"),
        ),
    ),
    Rule(
        "Rows are entered and brought in by the office that keeps the register, and by a coordinator.",
        "CRH....",
        (
            *("registers:add keeping", "registers:edit kept", "registers:delete kept"),
            *("registers:template keeping", "registers:bring keeping"),
            *("registers:import sheet", "registers:returned sheet"),
        ),
        other="C......",
    ),
    Rule(
        "A sheet that was read is stored, or read anew, by who may enter its rows.",
        "CRH....",
        ("registers:carry_out sheet", "registers:answer sheet"),
        other="C......",
        post=True,
    ),
    Rule(
        "Files are attached to a row, and taken away, by who may enter it.",
        "CRH....",
        ("registers:attach kept", "registers:detach kept_file"),
        other="C......",
        post=True,
    ),
    Rule(
        "Only a coordinator says which office keeps a register.",
        "C......",
        ("registers:keepers register",),
    ),
    Rule(
        "Coordinators and administrators look at outlines for the map before they are stored.",
        "C.....A",
        ("registers:outlines", "registers:outline_file outlines"),
    ),
    Rule(
        "Coordinators and administrators store outlines for the map, and take them back.",
        "C.....A",
        ("registers:store_outlines outlines", "registers:take_back_outlines outlines"),
        post=True,
    ),
    Rule("Only a coordinator ties tasks to registers.", "C......", ("plans:links task",)),
    Rule("Only a coordinator unties them.", "C......", ("plans:untie tie",), post=True),
)


def register(_ground: Ground, _office: Agency) -> Arguments:
    return (REGISTERS[REGISTER],)


def keeping(ground: Ground, office: Agency) -> Arguments:
    """The register, kept by this office."""
    Keeper.objects.create(locality=ground.plan.locality, register=REGISTER, agency=office)
    return register(ground, office)


def measure(ground: Ground, office: Agency) -> Arguments:
    chosen = REGISTERS[REGISTER].measures[0]
    return (*register(ground, office), chosen.slug)


def row(ground: Ground, office: Agency) -> Arguments:
    where = Agency.objects.filter(locality=ground.plan.locality, kind="commune").first()
    assert where is not None
    return (*register(ground, office), enterprise(where).pk)


def kept(ground: Ground, office: Agency) -> Arguments:
    """A row of a register that this office keeps."""
    return (*keeping(ground, office), row(ground, office)[1])


def file(ground: Ground, office: Agency) -> Arguments:
    """A file of a row."""
    return _with_file(row(ground, office))


def kept_file(ground: Ground, office: Agency) -> Arguments:
    """A file of a row of a register that this office keeps."""
    return _with_file(kept(ground, office))


def _with_file(arguments: Arguments) -> Arguments:
    enterprise = Enterprise.objects.get(pk=arguments[1])
    upload = SimpleUploadedFile("quyet-dinh.txt", b"Quyet dinh so 1")
    actor, now = enterprise.locality.user_set.first(), timezone.now()
    kept = attaching.attach(row=enterprise, file=upload, title="", actor=actor, now=now)
    return (*arguments, kept.pk)


def sheet(ground: Ground, office: Agency) -> Arguments:
    """A sheet for a register that this office keeps."""
    sheet = Import(
        locality=ground.plan.locality,
        register=REGISTER,
        actor=User.objects.filter(locality=ground.plan.locality).first(),
        at=timezone.now(),
        name="bang.csv",
        stage=Stage.READ,
    )
    sheet.file.save("bang.csv", ContentFile(b"Ma so thue,Ten co so\n"))
    return (*keeping(ground, office), sheet.pk)


def outlines(ground: Ground, _office: Agency) -> Arguments:
    """A file of outlines that was read."""
    return (outlines_brought(ground.plan.locality).pk,)


def task(ground: Ground, _office: Agency) -> Arguments:
    return (ground.plan.tasks.all()[0].pk,)


def tie(ground: Ground, office: Agency) -> Arguments:
    (pk,) = task(ground, office)
    return (Link.objects.create(task_id=pk, register=REGISTER).pk,)


KINDS = (
    *(register, keeping, measure, row, kept, file, kept_file),
    *(sheet, outlines, task, tie),
)
TABLE = Table(RULES, {kind.__name__: kind for kind in KINDS})
