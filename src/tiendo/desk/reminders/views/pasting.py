"""Text to paste into Zalo."""

from datetime import timedelta

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from tiendo.accounts.access import Request, page
from tiendo.accounts.rights import NUDGE
from tiendo.agencies.models import Agency
from tiendo.desk.reminders import letter, pasting
from tiendo.desk.reminders.digest import Line
from tiendo.desk.reminders.forms import PasteForm
from tiendo.desk.reminders.places import tabs_of
from tiendo.ui.render import render_page


@require_safe
@page(NUDGE)
def text(request: Request) -> HttpResponse:
    """The offices that owe something, and the lines for those that are chosen; without a choice, for all."""
    rounds = list(pasting.open_rounds(request.standing.locality_id))
    offices = list(_offices(request))
    data = request.GET if "of" in request.GET else {"of": PasteForm.LATE}
    form = PasteForm(data, offices=offices, rounds=rounds)
    valid = form.is_valid()
    rows = _owing(request, form, offices) if valid else []
    with translation.override("vi"):
        words = letter.chat([(office.name, lines) for office, lines in rows], request.today)
    context = {"tabs": tabs_of(request), "form": form, "words": words, "rows": rows}
    context["lines"] = words.count("\n") + 2
    return render_page(request, "reminders/text.html", context, status=200 if valid else 422)


def _offices(request: Request) -> list[Agency]:
    rows = Agency.objects.in_force(request.today).filter(locality=request.standing.locality_id)
    return list(rows.filter(obligations__ended_on=None, obligations__isnull=False).distinct())


def _owing(
    request: Request, form: PasteForm, offices: list[Agency]
) -> list[tuple[Agency, list[Line]]]:
    chosen = {int(key) for key in form.cleaned_data["offices"]}
    asked = [row for row in offices if not chosen or row.pk in chosen]
    of, today = form.cleaned_data["of"], request.today
    with translation.override("vi"):
        if of == PasteForm.LATE:
            return pasting.owing(asked, today - timedelta(days=1))
        if of == PasteForm.SOON:
            return pasting.owing(asked, today + timedelta(days=7))
        rounds = pasting.open_rounds(request.standing.locality_id)
        return pasting.owing_in(rounds.get(pk=of), asked)
