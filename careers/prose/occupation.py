"""What an occupation's page says first, in sentences made from its figures alone."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.preparation import AFTER_HIGH_SCHOOL
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

VOWELS = set("AEIOU")
YOU_SOUND = re.compile(
    r"(?:uni(?!n|m)|us|ut|eu|one\b)", re.IGNORECASE
)  # "a university", "a user", "a one-off"
VOWEL_LETTERS = set("AEFHILMNORSX")  # letters whose names begin with a vowel: "an HR manager"


def opening(profile: Profile) -> list[str]:
    """One to four sentences; a sentence whose figure is missing is left out."""
    return [
        sentence
        for sentence in (_pay(profile), _jobs(profile), _growth(profile), _entry(profile))
        if sentence
    ]


def _pay(profile: Profile) -> str:
    mean, median, hourly = (profile.cell(key) for key in ("annual_mean", "annual_median", "hourly_mean"))
    if not mean.missing:
        sentence = _("{plural} earn {mean} a year on average").format(plural=profile.plural, mean=mean.said)
        if mean.at_least or median.missing:
            return f"{sentence}."
        if median.at_least:
            return _("{sentence}, and half of them earn {median}.").format(
                sentence=sentence, median=median.said
            )
        return _("{sentence}; half of them earn more than {median}, half less.").format(
            sentence=sentence, median=median.said
        )
    if not hourly.missing:
        return _("{plural} earn {hourly} an hour on average; yearly pay is not published for them.").format(
            plural=profile.plural, hourly=hourly.said
        )
    return ""


def _jobs(profile: Profile) -> str:
    employment = profile.cell("employment")
    if employment.missing:
        return ""
    where = _(" in the {area}").format(area=employment.area) if employment.area == "United States" else ""
    return _("{employment} people do this work{where}.").format(employment=employment.said, where=where)


def _growth(profile: Profile) -> str:
    """Whether employment is projected to grow or fall, by how much, and the openings a year."""
    change, openings = profile.cell("growth"), profile.cell("openings")
    if change.missing:
        return ""
    period = change.unit.removeprefix(_("percent, {period}").format(period=""))
    years = (
        _(" (the source does not say over which years)")
        if period == _("years not stated by the source")
        else _(" from {period}").format(period=period)
    )
    if change.value > 0:
        sentence = _("Their number is projected to grow by {change}{years}").format(
            change=change.said, years=years
        )
    elif change.value < 0:
        by = change.marked(formatting.percent(-change.value))
        sentence = _("Their number is projected to fall by {by}{years}").format(by=by, years=years)
    else:
        sentence = _("Their number is projected to {change}{years}").format(
            change=change.marked(_("stay the same")), years=years
        )
    if openings.missing:
        return f"{sentence}."
    return ngettext(
        "{sentence}, with {openings} opening a year, from growth and from people leaving.",
        "{sentence}, with {openings} openings a year, from growth and from people leaving.",
        int(openings.value),
    ).format(sentence=sentence, openings=openings.said)


def _entry(profile: Profile) -> str:
    """How long it takes to become one where a source states it, else what entry asks for."""
    time, entry = profile.cell("time_to_become"), profile.cell("entry_education")
    if not time.missing and not is_computed(time):
        return _("It usually takes {time} to become one.").format(time=time.said)
    if entry.missing:
        return ""
    sentence = _("Entry typically asks for {entry_phrase}").format(entry_phrase=entry_phrase(entry.said))
    if time.missing or not any(time.value):
        return f"{sentence}."
    beside = [profile.cell(key) for key in ("work_experience", "job_training")]
    if all(cell.missing or cell.value == "None" for cell in beside):
        return _("{sentence}, which takes {time} {unit}.").format(
            sentence=sentence, time=time.said, unit=time.unit
        )
    return _("{sentence}; with the experience and training it takes, that is {time} {unit}.").format(
        sentence=sentence, time=time.said, unit=time.unit
    )


def is_computed(time: Cell) -> bool:
    """Whether the time to become one is worked out here from what entry asks for, not stated."""
    return time.unit == AFTER_HIGH_SCHOOL


def entry_phrase(entry_education: str) -> str:
    """A class of entry education as it stands in a sentence: "a bachelor's degree"."""
    if entry_education.startswith("No formal"):
        return _("no formal educational credential")
    if entry_education.startswith("Some college"):
        return _("some college, but no degree")
    noun = formatting.lower_first(entry_education)
    return (_("an {noun}") if article(entry_education) == "an" else _("a {noun}")).format(noun=noun)


def article(noun: str) -> str:
    """ "a" or "an", by the sound the noun begins with."""
    noun = str(noun)
    word = noun.split(" ", 1)[0]
    if len(word) > 1 and word.isupper():
        return "an" if word[0] in VOWEL_LETTERS else "a"
    return "an" if noun[:1].upper() in VOWELS and not YOU_SOUND.match(noun) else "a"
