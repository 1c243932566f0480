"""The history sealed, a package that is packed and one that waits, over the worked example."""

from django.urls import reverse

from tiendo.accounts.models import User
from tiendo.administration.audits.background import ask, pack
from tiendo.agencies.models import Agency, Locality
from tiendo.history import sealing
from tiendo.history.models import AuditPackage
from tiendo.plans.models import Task

PLAIN = ("administration:seals", "administration:packages")
WITHOUT_ROW = {"administration:ask_package"}
BUTTONS = WITHOUT_ROW
FILES = {"administration:export_history", "administration:package_file"}


def audit(actor: User) -> None:
    """Seal what there is, pack a package without evidence and ask for another one."""
    pack.call(ask(locality=actor.locality, evidence=False, actor=actor).pk)
    ask(locality=actor.locality, evidence=True, actor=actor)
    AuditPackage.objects.create(
        locality=actor.locality,
        asked_by=actor,
        asked_at=AuditPackage.objects.latest("asked_at").asked_at,
        stage="failed",
    )
    sealing.seal()


def addresses(locality: Locality) -> dict[str, list[str]]:
    """The feeds: of everything, of a task, an office, a person, a day, further on, and of nothing."""
    changes = reverse("administration:history")
    task = Task.objects.filter(plan__locality=locality).latest("pk")
    office = Agency.objects.filter(locality=locality).earliest("pk")
    people = User.objects.filter(locality=locality)
    person, former = people.earliest("pk"), people.get(username="daroidi")
    wanted = ("q=khong-co", "tu=31/02/2024", f"ban-ghi=plans.task:{task.pk}", "sau=100")
    wanted += (f"co-quan={office.pk}", f"nguoi={person.pk}", "loai=999999", "ban-ghi=x.y:1")
    erase = [reverse("administration:erase_person", args=[each.pk]) for each in (person, former)]
    return {
        "administration:history": [changes, *(f"{changes}?{each}" for each in wanted)],
        "administration:erase_person": erase,
    }
