"""What the skills page says first, in sentences made from its figures alone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.selectors.skills import Rating, Skills

from .overview import series

MOST = 3


def opening(name: str, skills: Skills) -> list[str]:
    """One to three sentences; one whose figures are missing is left out. `name` is that of several people."""
    return [
        sentence for sentence in (_matter(name, skills), _named(name, skills), _tools(skills)) if sentence
    ]


def not_rated(title: str) -> str:
    """What is said where no source rates or names the skills of an occupation."""
    sentence = _("No source loaded here rates the skills and the knowledge that this career asks for.")
    if "all other" in title.lower():
        sentence += _(
            " It gathers what no occupation of its own describes, and sources rarely rate such a mixture."
        )
    return sentence


def _matter(name: str, skills: Skills) -> str:
    known, fields = _first(skills.skills), _first(skills.knowledge)
    if known:
        sentence = ngettext(
            "The skill that matters most to {name} is {skills}.",
            "The skills that matter most to {name} are {skills}.",
            len(known),
        ).format(name=name, skills=series(known))
        if fields:
            sentence += ngettext(
                " Among fields of knowledge it is {fields}.",
                " Among fields of knowledge they are {fields}.",
                len(fields),
            ).format(fields=series(fields))
        return sentence
    if fields:
        return ngettext(
            "The field of knowledge that matters most to {name} is {fields}.",
            "The fields of knowledge that matter most to {name} are {fields}.",
            len(fields),
        ).format(name=name, fields=series(fields))
    return ""


def _named(name: str, skills: Skills) -> str:
    names = [formatting.in_sentence(cell.text) for cell in skills.named[:MOST]]
    if not names or _matter(name, skills):
        return ""
    source = skills.named[0].source_name
    return _("{source} names {names} first among the skills of {name}.").format(
        source=source, names=formatting.listing(names), name=name
    )


def _tools(skills: Skills) -> str:
    wanted = [item.name for item in skills.technology if item.is_in_demand]
    if not wanted:
        return ""
    first = formatting.listing(wanted[:MOST])
    if len(wanted) <= MOST:
        return _("Job postings often ask for {first}.").format(first=first)
    return _("Job postings often ask for {wanted} technologies, among them {first}.").format(
        wanted=len(wanted), first=first
    )


def _first(ratings: tuple[Rating, ...]) -> list[str]:
    """The names of those that matter most, as they stand within a sentence."""
    return [formatting.in_sentence(rating.name) for rating in ratings if not rating.importance.missing][:MOST]
