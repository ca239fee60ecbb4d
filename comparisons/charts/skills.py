"""Skills side by side: those that matter to any of the careers, within each a bar a career."""

from collections.abc import Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.charts.skills import IMPORTANCE
from careers.kept_with import kept_with_it
from careers.selectors.cells import Cell, unrecorded
from careers.selectors.profile import Profile
from comparisons.engine.significance import is_noise

from .grouped import MARK, Group, GroupedBars, bar, notes, sources

KEY = "skill_importance"
TOP, MOST = 5, 8  # of each career; in the picture
ANY = format_lazy(
    gettext_lazy("skills that are among the {number} most important of any of these careers"), number=TOP
)
ENDS = gettext_lazy("Importance from 1, not important, to 5, extremely important.")

Rated = tuple[Profile, int, dict[str, Cell]]  # its place in the comparison, known importance by skill


def skills_picture(profiles: Sequence[Profile]) -> GroupedBars | None:
    """The skills among the five most important of any, the largest difference first, at most eight.

    None unless two careers are rated; a career that is not is named with the reason.
    """
    known = [
        (profile, style, importance)
        for style, profile in enumerate(profiles, 1)
        if (importance := _importance(profile))
    ]
    if len(known) < 2:
        return None
    top = dict.fromkeys(name for __, __, importance in known for name in list(importance)[:TOP])
    names = sorted(top, key=lambda name: -_difference(name, known))[:MOST]
    remarks = {profile.slug: next(iter(importance.values())).note for profile, __, importance in known}
    return GroupedBars(
        id="skills-compared",
        title=_title(names[0], known),
        desc=_("A bar for each career, in the order of the comparison, within each skill."),
        scale=f"{_rule(len(top))} {ENDS}",
        groups=tuple(_group(name, known, remarks) for name in names),
        notes=(
            *notes(((profile.plural, remarks[profile.slug]) for profile, __, __ in known), MARK),
            *notes((profile.plural, _why_not(profile)) for profile in profiles if not _importance(profile)),
        ),
        sources=tuple(dict.fromkeys(each for profile, __, __ in known for each in _sources(profile))),
        row_name=_("Skill"),
        value_name=_("Importance, 1 to 5"),
    )


def _rule(all_of_them: int) -> str:
    if all_of_them > MOST:
        return _("Of the {all_of_them} {any}, the {most} that differ most, largest difference first.").format(
            all_of_them=all_of_them, any=ANY, most=MOST
        )
    return _("The {all_of_them} {any}, largest difference first.").format(all_of_them=all_of_them, any=ANY)


@kept_with_it
def _importance(profile: Profile) -> dict[str, Cell]:
    """By name of the skill, highest first."""
    return {
        rating.name: rating.importance
        for rating in profile.rated.get("skill", ())
        if not rating.importance.missing
    }


@kept_with_it
def _sources(profile: Profile) -> tuple[tuple[str, str], ...]:
    return sources(_importance(profile).values())


def _why_not(profile: Profile) -> str:
    ratings = profile.rated.get("skill", ())
    return _("not in the picture. {reason}").format(
        reason=(ratings[0].importance if ratings else profile.cell(KEY)).reason
    )


def _difference(name: str, known: Sequence[Rated]) -> float:
    """Between the highest and the lowest importance of a skill, on the scale from 1 to 5."""
    values = [importance[name].value for __, __, importance in known if name in importance]
    return float(max(values) - min(values))


def _group(name: str, known: Sequence[Rated], remarks: dict[str, str]) -> Group:
    return Group(
        name,
        tuple(
            bar(
                importance.get(name) or unrecorded(KEY),
                f"{profile.plural}{MARK}" if remarks[profile.slug] else profile.plural,
                style,
                IMPORTANCE,
            )
            for profile, style, importance in known
        ),
    )


def _title(name: str, known: Sequence[Rated]) -> str:
    """Where importance differs most, if by more than the published sampling errors; else the subject."""
    rated = [(importance[name], profile.plural) for profile, __, importance in known if name in importance]
    high, low = max(rated, key=_value), min(rated, key=_value)
    if not _is_told_apart(high[0], low[0]):
        return _("How important skills are in each career")
    skill = formatting.in_sentence(name)
    return _("Importance differs most in {skill}: {high} for {high_2}, {low} for {low_2}").format(
        skill=skill, high=high[0].said, high_2=high[1], low=low[0].said, low_2=low[1]
    )


def _value(rated: tuple[Cell, str]) -> float:
    return float(rated[0].value)


def _is_told_apart(high: Cell, low: Cell) -> bool:
    if high.standard_error is None or low.standard_error is None:
        return False
    errors = [100 * float(cell.standard_error / cell.value) for cell in (high, low)]  # percent of the rating
    return not is_noise(float(high.value), errors[0], float(low.value), errors[1])
