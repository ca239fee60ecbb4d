"""One or two sentences on each page of an occupation, to lead the reader to it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .overview import other_names, series


def summary(page: str, profile: Profile) -> str:
    """On `pay`, `skills`, `education`, `demographics` or `outlook`; '' where its figures are missing."""
    write = {
        "pay": _pay,
        "skills": _skills,
        "education": _education,
        "demographics": _people,
        "outlook": _outlook,
    }.get(page)
    return write(profile) if write else ""


def _pay(profile: Profile) -> str:
    state, city = profile.cell("best_paying_state"), profile.cell("best_paying_city")
    places = [cell.said for cell in (state, city) if not cell.missing]
    if not places:
        return ""
    return _("Of the places that can be ranked, mean pay is highest in {places}.").format(
        places=_(" and in ").join(places)
    )


def _skills(profile: Profile) -> str:
    skills = [formatting.in_sentence(skill) for skill in profile.skills]
    sentences = []
    if skills:
        told = profile.cell("top_skills").marked(series(skills))
        sentences.append(_("What matters most: {told}.").format(told=told))
    if titles := len(other_names(profile)):
        told = ngettext("{number} other name of the work.", "{number} other names of the work.", titles)
        sentences.append(told.format(number=formatting.count(titles)))
    return " ".join(sentences)


def _education(profile: Profile) -> str:
    degree, major, related = (profile.cell(key) for key in ("common_degree", "common_major", "related_major"))
    sentences = []
    if not degree.missing:
        group = _(", in a wider group") if degree.group else ""
        sentences.append(
            _("Held most often: {degree}{group}.").format(
                degree=formatting.lower_first(degree.said), group=group
            )
        )
    if not major.missing:
        sentences.append(_("Most common major: {major}.").format(major=major.said))
    if not related.missing:
        sentences.append(_("Related major with most graduates: {related}.").format(related=related.said))
    return " ".join(sentences)


def _people(profile: Profile) -> str:
    age, gender = profile.cell("age"), profile.cell("gender")
    sentences = []
    if not age.missing:
        sentences.append(
            _("{label}: {age} years{of_group}.").format(
                label=age.label, age=age.said, of_group=_of_group(age)
            )
        )
    if not gender.missing:
        told = age.group if not age.missing else ""
        sentences.append(f"{gender.said}{_of_group(gender) if gender.group != told else ''}.")
    return " ".join(sentences)


def _outlook(profile: Profile) -> str:
    change, openings = profile.cell("growth"), profile.cell("openings")
    sentences = []
    if not change.missing:
        sentences.append(
            _("Growth: {change}, {removeprefix}.").format(
                change=change.said,
                removeprefix=change.unit.removeprefix(_("percent, {period}").format(period="")),
            )
        )
    if not openings.missing:
        sentences.append(_("Openings: {openings} a year.").format(openings=openings.said))
    return " ".join(sentences)


def _of_group(cell: Cell) -> str:
    return _(" in the wider group “{group}”").format(group=cell.group) if cell.group else ""
