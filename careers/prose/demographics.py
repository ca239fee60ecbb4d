"""What the demographics page says first, in sentences made from its figures alone."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.demographics import Demographics

NOTHING = gettext_lazy("No source loaded here says who does this work.")
WOMEN = {"women", "female"}
MEN = {"men", "male"}


def opening(name: str, people: Demographics) -> list[str]:
    """None to three sentences; one whose figures are missing is left out. `name` names several people."""
    return [
        sentence
        for sentence in (_age(name, people), _largest_group(name, people), _women(name, people))
        if sentence
    ]


def _age(name: str, people: Demographics) -> str:
    age = people.age
    if age is None or age.missing:
        return ""
    if age.kind == "median":
        return _("Half of all {whom} are older than {age} years, half are younger.").format(
            whom=whom(name, age), age=age.said
        )
    who = whom(name, age)
    return _("{upper}{who} are {age} years old on average.").format(
        upper=who[:1].upper(), who=who[1:], age=age.said
    )


def _women(name: str, people: Demographics) -> str:
    known = _known(people, "gender")
    women = _share_of(WOMEN, known)
    if women is None:
        return ""
    return women_and_men(_("them") if women.group == _told(people) else whom(name, women), known)


def women_and_men(who: str, known: Sequence[Cell]) -> str:
    """The larger share first; '' where that of women is not known."""
    women, men = _share_of(WOMEN, known), _share_of(MEN, known)
    if women is None:
        return ""
    if men is None:
        return _("{women} of {who} are women.").format(women=women.said, who=who)
    if women.value == men.value:
        return _("Women and men are equal in number among {who}.").format(who=who)
    more, fewer = (women, men) if women.value > men.value else (men, women)
    names = (_("women"), _("men")) if more is women else (_("men"), _("women"))
    return _("{share} of {who} are {most}, {other_share} {others}.").format(
        share=more.said, who=who, most=names[0], other_share=fewer.said, others=names[1]
    )


def _share_of(names: set[str], known: Sequence[Cell]) -> Cell | None:
    return next((cell for cell in known if cell.label.lower() in names), None)


def _largest_group(name: str, people: Demographics) -> str:
    groups = _known(people, "age_groups")
    if not groups:
        return ""
    largest = max(groups, key=lambda cell: cell.value)
    if sum(cell.value == largest.value for cell in groups) > 1:
        return ""
    label = formatting.lower_first(largest.label)
    among = "" if largest.group == _told(people) else _(" among {whom}").format(whom=whom(name, largest))
    return _("The largest age group{among}, {largest}, is that of {label}.").format(
        among=among, largest=largest.said, label=label
    )


def whom(name: str, cell: Cell) -> str:
    """Those whom a figure counts: the occupation, or people in the wider group that it stands for."""
    return _("people in the wider group “{group}”").format(group=cell.group) if cell.group else name


def _told(people: Demographics) -> str:
    """The wider group that the first sentence speaks of, '' where that is the occupation alone."""
    return people.age.group if people.age and not people.age.missing else ""


def _known(people: Demographics, part: str) -> list[Cell]:
    return [cell for cell in people.shares.get(part, ()) if not cell.missing]
