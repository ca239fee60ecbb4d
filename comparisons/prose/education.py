"""What stands beneath the heading of education: what people hold; the opening tells what entry asks for."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.kept_with import kept_with_it
from careers.prose.occupation import entry_phrase
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .parts import ALL, closed, is_nationwide, known_of, names, not_alike, of_no_group, sentence, series

LESS_THAN_HIGH_SCHOOL = "less_than_high_school"
MOST_COMMON = gettext_lazy("the most common level of education")


def said(profiles: Sequence[Profile]) -> str:
    """The level of education that most hold, with its share."""
    cells = [profile.cell("common_degree") for profile in profiles]
    known = known_of(profiles, cells)
    if not known:
        return ""
    unknown = names(profile.plural for profile, cell in zip(profiles, cells, strict=True) if cell.missing)
    none = _("; what {unknown} hold is not published").format(unknown=unknown) if unknown else ""
    here = _("nationwide, ") if is_nationwide(cells, profiles[0].place) else ""
    # That a share is of a wider group, which the source does not name, stands with it.
    aside = not_alike(of_no_group(cell) for __, cell in known)
    by_level: dict[str, list[tuple[Profile, Cell]]] = defaultdict(list)
    for profile, cell in known:
        by_level[_level(cell)].append((profile, cell))
    if len(by_level) == 1 and len(known) == len(profiles):
        shares = series(
            (_("{share} of {plural} (in a wider group)") if cell.group else _("{share} of {plural}")).format(
                share=_share(cell), plural=profile.plural
            )
            for profile, cell in known
        )
        return sentence(
            _("{here}{most_common} of {all} is {next}: {shares}{aside}").format(
                here=here,
                most_common=MOST_COMMON,
                all=ALL[len(known)],
                next=next(iter(by_level)),
                shares=shares,
                aside=aside,
            )
        )
    told = series(
        _("{closed} among {names}").format(
            closed=closed(level), names=names(_holding(profile) for profile, __ in held)
        )
        for level, held in by_level.items()
    )
    return sentence(
        _("{here}{most_common} is {told}{aside}{none}").format(
            here=here, most_common=MOST_COMMON, told=told, aside=aside, none=none
        )
    )


@kept_with_it
def _level(cell: Cell) -> str:
    code, __ = cell.value
    if code == LESS_THAN_HIGH_SCHOOL:
        return _("less than a high school diploma")
    return entry_phrase(cell.text.rpartition(", ")[0])


@kept_with_it
def _holding(profile: Profile) -> str:
    cell = profile.cell("common_degree")
    wider = _(" in a wider group") if cell.group else ""
    return f"{profile.plural} {formatting.enclosed(_share(cell) + wider)}"


def _share(cell: Cell) -> str:
    return cell.marked(formatting.percent(cell.value[1]))
