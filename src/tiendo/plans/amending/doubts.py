"""What a person has to look at in a clause that was read from a decision, by code and as a sentence."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_FOUND = "not-found"
SEVERAL = "several"
BY_WORDS = "by-words"
OLD_DIFFERS = "old-differs"
WORDS_DIFFER = "words-differ"
NEW_NUMBER = "new-number"
OFFICES = "offices"
NO_LEAD = "no-lead"
DEADLINE = "deadline"
FIGURE = "figure"
NOTHING = "nothing"
UNCLEAR = "unclear"
TWICE = "twice"

SENTENCES: dict[str, Promise] = {
    NOT_FOUND: _("Nothing in the plan has this number or these words. Choose what is meant."),
    SEVERAL: _("Several things in the plan may be meant. Choose the one."),
    BY_WORDS: _("Found by its words, not by a number. Look whether it is the one that is meant."),
    OLD_DIFFERS: _("The plan does not say the old words that the decision names."),
    WORDS_DIFFER: _(
        "The plan has other words under this number. Perhaps the numbers moved: look which one is meant."
    ),
    NEW_NUMBER: _("The plan has no such number: it is taken for something new."),
    OFFICES: _("An office is not known by the name that is written. Correct it."),
    NO_LEAD: _("No lead office is named."),
    DEADLINE: _("The new deadline names no day. Look at what it means."),
    FIGURE: _("The figure was not read with certainty. Type it."),
    NOTHING: _("The plan says this already, or nothing was read that it sets anew."),
    UNCLEAR: _(
        "Not everything was read with certainty. Compare it with the words of the decision."
    ),
    TWICE: _("Another clause is about the same thing. Write both into one and leave this one out."),
}


def sentences(codes: Iterable[str]) -> list[str]:
    """A sentence for each doubt, once each; a code of a later release says that a look is needed."""
    return [str(SENTENCES.get(code, SENTENCES[UNCLEAR])) for code in dict.fromkeys(codes)]
