"""What an occupation's page says of the work where nobody has written on it: sentences from its facts."""

from django.utils.translation import gettext as _

from careers import formatting
from careers.kept_with import kept_with_it
from careers.selectors.profile import Profile

TITLES_NAMED = 4
TECHNOLOGY_NAMED = 4
RESIDUAL = ", All Other"


@kept_with_it
def what_they_do(profile: Profile) -> list[str]:
    """Up to five sentences: on job titles, and those of `the_work`."""
    titles = _titles(profile)
    return [titles, *the_work(profile)] if titles else the_work(profile)


@kept_with_it
def the_work(profile: Profile) -> list[str]:
    """Up to four sentences on skills, knowledge, technology and entry.

    A sentence whose facts are missing is left out; nothing is said that the profile does not hold.
    """
    sentences = (tell(profile) for tell in (_skills, _knowledge, _technology, _newcomers))
    return [sentence for sentence in sentences if sentence]


def scope(profile: Profile) -> list[str]:
    """What the occupation stands for where it is no single one: the rest of a group, or several codes."""
    sentences = []
    if is_residual(profile):
        sentences.append(
            _(
                "This is a residual occupation: it gathers those of its group that have no title of their "
                "own, so its figures stand for different kinds of work."
            )
        )
    if is_combined(profile):
        sentences.append(
            _(
                "The pay survey publishes several occupations together under the code {soc_code}; "
                "figures that other sources give for each of them are rolled up to it."
            ).format(soc_code=profile.soc_code)
        )
    if len(profile.about.parts) > 1:
        names = [part.title for part in profile.about.parts]
        sentences.append(
            _("O*NET describes {names} occupations in it: {series}.").format(
                names=len(names), series=series(names)
            )
        )
    return sentences


def is_residual(profile: Profile) -> bool:
    """Whether it gathers what is left of a group, as “Managers, All Other” does."""
    return RESIDUAL in profile.title


def is_combined(profile: Profile) -> bool:
    """Whether it is a code of several SOC occupations: a broad one, or one of the survey's own."""
    if not profile.soc_code:
        return False
    others = {part.code[:7] for part in profile.about.parts} - {profile.soc_code}
    return profile.soc_code.endswith("0") or bool(others)


def other_names(profile: Profile) -> list[str]:
    """What the work is called beside its title, the plain names first."""
    own = {profile.title.lower(), profile.plural.lower()}
    return [name for name in profile.about.titles if not {name.lower(), f"{name.lower()}s"} & own]


def series(names: list[str]) -> str:
    """Names in a row; by semicolons where a name itself holds a comma or an "and"."""
    if len(names) > 1 and any("," in name or " and " in name for name in names):
        return _("{join}; and {names}").format(join="; ".join(names[:-1]), names=names[-1])
    return formatting.listing(names)


def _titles(profile: Profile) -> str:
    titles = other_names(profile)[:TITLES_NAMED]
    if not titles:
        return ""
    if len(titles) == 1:
        return _("A job title of this work is {titles}.").format(titles=titles[0])
    return _("Job titles of this work include {series}.").format(series=series(titles))


def _skills(profile: Profile) -> str:
    skills = [formatting.in_sentence(skill) for skill in profile.skills]
    if not skills:
        return ""
    if len(skills) == 1:
        return _("The skill that matters most is {marked}.").format(
            marked=profile.cell("top_skills").marked(skills[0])
        )
    return _("The skills that matter most are {marked}.").format(
        marked=profile.cell("top_skills").marked(series(skills))
    )


def _knowledge(profile: Profile) -> str:
    knowledge = [formatting.in_sentence(field) for field in profile.knowledge]
    if not knowledge:
        return ""
    if len(knowledge) == 1:
        return _("The field of knowledge that matters most is {knowledge}.").format(knowledge=knowledge[0])
    return _("The fields of knowledge that matter most are {series}.").format(series=series(knowledge))


def _technology(profile: Profile) -> str:
    technology = list(profile.about.technology[:TECHNOLOGY_NAMED])
    return _("Technology in use includes {series}.").format(series=series(technology)) if technology else ""


def _newcomers(profile: Profile) -> str:
    """What entry takes beyond schooling, which the opening of the page tells."""
    asked = [_experience(profile.cell("work_experience")), _training(profile.cell("job_training"))]
    needs = [phrase for phrase in asked if phrase]
    return (
        _("Beyond schooling, a newcomer typically needs {needs}.").format(needs=formatting.listing(needs))
        if needs
        else ""
    )


def _experience(cell) -> str:
    if cell.missing or cell.value == "None":
        return ""
    return _("{cell} of experience in a related occupation").format(cell=formatting.lower_first(cell.said))


def _training(cell) -> str:
    if cell.missing or cell.value == "None":
        return ""
    if cell.value == "Apprenticeship":
        return _("an apprenticeship")
    if cell.value == "Internship/residency":
        return _("an internship or residency")
    return formatting.lower_first(cell.said)
