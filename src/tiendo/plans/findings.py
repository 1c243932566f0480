"""What the reader noticed, in sentences of the page's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiendo.plans.readings import Stored
from vanban.model import Finding
from vanban.sentences import FINDINGS, language_of, sentence_of


def sentence(finding: Stored) -> str:
    """The sentence for a finding; one without words of its own says at least to look at the place."""
    if finding["code"] not in FINDINGS:
        return _("Please look at this place once more (%(code)s).") % {"code": finding["code"]}
    found = Finding(finding["code"], finding.get("values") or {})
    return sentence_of(found, language_of(get_language() or "vi"))
