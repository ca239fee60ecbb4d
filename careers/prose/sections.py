"""One or two sentences on each page of an occupation, to lead the reader to it."""

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
    return f"Of the places that can be ranked, mean pay is highest in {' and in '.join(places)}."


def _skills(profile: Profile) -> str:
    skills = [formatting.in_sentence(skill) for skill in profile.skills]
    sentences = []
    if skills:
        told = profile.cell("top_skills").marked(series(skills))
        sentences.append(f"What matters most: {told}.")
    if titles := len(other_names(profile)):
        noun = "other name" if titles == 1 else "other names"
        sentences.append(f"{formatting.count(titles)} {noun} of the work.")
    return " ".join(sentences)


def _education(profile: Profile) -> str:
    degree, major, related = (profile.cell(key) for key in ("common_degree", "common_major", "related_major"))
    sentences = []
    if not degree.missing:
        group = ", in a wider group" if degree.group else ""
        sentences.append(f"Held most often: {formatting.lower_first(degree.said)}{group}.")
    if not major.missing:
        sentences.append(f"Most common major: {major.said}.")
    if not related.missing:
        sentences.append(f"Related major with most graduates: {related.said}.")
    return " ".join(sentences)


def _people(profile: Profile) -> str:
    age, gender = profile.cell("age"), profile.cell("gender")
    sentences = []
    if not age.missing:
        sentences.append(f"{age.label}: {age.said} years{_of_group(age)}.")
    if not gender.missing:
        told = age.group if not age.missing else ""
        sentences.append(f"{gender.said}{_of_group(gender) if gender.group != told else ''}.")
    return " ".join(sentences)


def _outlook(profile: Profile) -> str:
    change, openings = profile.cell("growth"), profile.cell("openings")
    sentences = []
    if not change.missing:
        sentences.append(f"Growth: {change.said}, {change.unit.removeprefix('percent, ')}.")
    if not openings.missing:
        sentences.append(f"Openings: {openings.said} a year.")
    return " ".join(sentences)


def _of_group(cell: Cell) -> str:
    return f" in the wider group “{cell.group}”" if cell.group else ""
