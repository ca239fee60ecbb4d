"""What the ranking of companies says of itself: heading, chips, whom it covers and whom it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.filters.ranking_search import Asked
from careers.ranking.inputs import BREADTH, EDITORS, INPUTS, PAY, SIZE
from careers.ranking.market import MIN_IN_ALL, Reason
from careers.ranking.weights import USUAL

from .overview import series
from .places import called

MIN_OF_A_KIND = 5  # offers in one occupation and area
MOST_NAMED = 3  # companies of one rank that a sentence names
INPUT_NAMES = {
    PAY: gettext_lazy("Pay against the local market"),
    BREADTH: gettext_lazy("Breadth of data"),
    SIZE: gettext_lazy("Size"),
    EDITORS: gettext_lazy("Editors' assessments"),
}
HEADINGS = {
    PAY: gettext_lazy("Pay against market"),
    BREADTH: gettext_lazy("Breadth"),
    SIZE: gettext_lazy("Size"),
    EDITORS: gettext_lazy("Editors"),
}
IN_SENTENCE = {
    PAY: gettext_lazy("pay"),
    BREADTH: gettext_lazy("breadth"),
    SIZE: gettext_lazy("size"),
    EDITORS: gettext_lazy("editors' assessments"),
}
Names = Mapping[str, Mapping[str, str]]  # by filter: label by value


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query, and the query without it."""

    text: str
    rest: Asked


def heading(asked: Asked, names: Names) -> str:
    return " ".join([_("Best companies"), *phrases(asked, names).values()])


def phrases(asked: Asked, names: Names) -> dict[str, str]:
    """What each filter that is set says, by its name; weights last, where they are the reader's own."""
    said = {}
    if asked.occupation:
        said["occupation"] = _("for {occupation}").format(
            occupation=formatting.in_sentence(names["occupation"][asked.occupation])
        )
    if asked.place:
        said["place"] = _("in {called}").format(called=called(names["place"][asked.place]))
    if asked.sector:
        said["sector"] = _("of the sector {sector}").format(sector=names["sector"][asked.sector])
    if asked.industry:
        said["industry"] = _("of the industry {industry}").format(industry=names["industry"][asked.industry])
    if not asked.has_usual_weights:
        said["weights"] = _("by {weighed}").format(weighed=formatting.listing(_weighed(asked.weights)))
    return said


def chips(asked: Asked, names: Names) -> list[Chip]:
    found = []
    for name, phrase in phrases(asked, names).items():
        rest = asked.also(weights=USUAL) if name == "weights" else asked.also(**{name: ""})
        found.append(Chip(f"{phrase[:1].upper()}{phrase[1:]}", rest))
    return found


def covers(companies: int, offers: int, release: str, work: str, *, is_narrowed: bool) -> str:
    """Whom the ranking is about; `work` is what `all_in` says of all filings."""
    if not release and not is_narrowed:
        return _("No visa filings are loaded here, so that there is nothing to rank.")
    if not companies:
        return _("This is no ranking of all employers. No visa filing loaded here answers this question.")
    number = ngettext("{companies} company", "{companies} companies", companies).format(
        companies=formatting.count(companies)
    )
    made = ngettext("{offers} offer", "{offers} offers", offers).format(offers=formatting.count(offers))
    knows = _("For this question it knows") if is_narrowed else _("It knows")
    return _(
        "This is no ranking of all employers. {knows} {number} with full-time visa-filing offers: {made} in "
        "{release}. {work}"
    ).format(knows=knows, number=number, made=made, release=release, work=work)


def leads(names: list[str], ranked: int, score: str) -> str:
    """Who is first, `names` being those that share the first rank; '' where nobody is ranked."""
    if not names:
        return ""
    if ranked == 1:
        return _("{name} is the only company that can be ranked: {score} of 100 points.").format(
            name=names[0], score=score
        )
    number = formatting.count(ranked)
    if len(names) == 1:
        return _("Of {ranked} companies, {name} ranks first: {score} of 100 points.").format(
            ranked=number, name=names[0], score=score
        )
    if len(names) <= MOST_NAMED:
        return _("Of {ranked} companies, {names} share the first rank: {score} of 100 points each.").format(
            ranked=number, names=series(names), score=score
        )
    return _("Of {ranked} companies, {number} share the first rank: {score} of 100 points each.").format(
        ranked=number, number=formatting.count(len(names)), score=score
    )


def all_in(occupations: int, group: str) -> str:
    """What work the filings are for. `group` is the one major group that it is all in, '' for several."""
    if group:
        return _("Those filings are all for work in the group “{group}”.").format(group=group)
    work = ngettext("{occupations} occupation", "{occupations} occupations", occupations).format(
        occupations=formatting.count(occupations)
    )
    return _("Those filings show pay in {work}.").format(work=work)


def counted(ranked: int, left_out: int) -> str:
    if ranked == 1:
        said = _("1 company is ranked")
    else:
        said = (
            _("{ranked} companies are ranked").format(ranked=formatting.count(ranked))
            if ranked
            else _("No company can be ranked")
        )
    if not left_out:
        return f"{said}."
    are = ngettext("{left_out} is", "{left_out} are", left_out).format(left_out=formatting.count(left_out))
    return _("{said}; {are} left out, with the reason below.").format(said=said, are=are)


def left_out(reason: Reason, number: int, *, is_narrowed: bool = False) -> str:
    """How many are left out, and why; `is_narrowed` where one occupation or place is asked for."""
    are = ngettext("{number} company", "{number} companies", number).format(number=formatting.count(number))
    return f"{are}: {why(reason, is_narrowed=is_narrowed)}"


def why(reason: Reason, *, is_narrowed: bool = False) -> str:
    return str(_WHY_OF_WHAT_IS_ASKED.get(reason, _WHY[reason]) if is_narrowed else _WHY[reason])


def _weighed(weights: Mapping[str, int]) -> list[str]:
    return [f"{IN_SENTENCE[name]} {weights[name]}" for name in INPUTS if weights[name]]


_WHY = {
    Reason.NONE_HERE: gettext_lazy("no full-time visa-filing offers to go by."),
    Reason.UNCLASSIFIED: gettext_lazy("no source loaded here names a sector or industry."),
    Reason.TOO_FEW_OF_A_KIND: format_lazy(
        gettext_lazy(
            "fewer than {offers} offers in every single occupation and area, so that no pay is shown."
        ),
        offers=MIN_OF_A_KIND,
    ),
    Reason.TOP_CODED: (
        gettext_lazy(
            "the market median of the same work is above the highest amount that the pay statistics print, "
            "so that no ratio can be worked out."
        )
    ),
    Reason.UNPUBLISHED: gettext_lazy(
        "the pay statistics publish no median for the same work in the same area."
    ),
    Reason.TOO_FEW_IN_ALL: format_lazy(gettext_lazy("fewer than {offers} offers in all."), offers=MIN_IN_ALL),
    Reason.NOTHING_WEIGHED: gettext_lazy("none of the inputs that have a weight is known."),
}
# Offers elsewhere and in other work, which these companies may have, do not count then.
_WHY_OF_WHAT_IS_ASKED = {
    Reason.NONE_HERE: gettext_lazy("no full-time visa-filing offers of the kind asked for."),
    Reason.TOO_FEW_OF_A_KIND: format_lazy(
        gettext_lazy(
            "fewer than {offers} offers of the kind asked for in every single occupation and area, so "
            "that no pay is shown."
        ),
        offers=MIN_OF_A_KIND,
    ),
    Reason.TOO_FEW_IN_ALL: format_lazy(
        gettext_lazy("fewer than {offers} offers of the kind asked for."), offers=MIN_IN_ALL
    ),
}
