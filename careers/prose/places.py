"""What the page of a place or an industry says first, in sentences made from its figures alone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.selectors.careers_here import BestPaid, PaidCareer, Unusual
from careers.selectors.cells import Cell
from careers.selectors.industries import IndustryPage
from careers.selectors.places import Place
from careers.selectors.prices import NATION, PriceLevel
from careers.selectors.work import NATION as COUNTRY

REST_OF_STATE = "nonmetropolitan area"
WITH_ARTICLE = {
    "United States",
    "District of Columbia",
    "Virgin Islands",
}


def of_place(place: Place) -> list[str]:
    """Work and pay, the same against the nation and its prices, the best paid, the most unusual."""
    where = in_place(place.name, place.kind)
    return _sentences(
        _work(place.cells, where),
        _joined(
            _against(place.cells, place.nation, _("the nation as a whole")), _prices(place.cells, place.price)
        ),
        _best(place.best_paid, _("there")),
        _unusual(place.unusual),
    )


def of_industry(industry: IndustryPage) -> list[str]:
    """Work and pay, the same against all industries, the best paid, the most unusual."""
    return _sentences(
        _work(industry.cells, in_industry(industry.name)),
        _against(industry.cells, industry.nation, _("all industries together")),
        _best(industry.best_paid, _("in them") if industry.is_all else _("in it")),
        _unusual(industry.unusual),
    )


def in_industry(name: str) -> str:
    """An industry as it stands within a sentence: "all industries"."""
    return formatting.lower_first(name) if name.startswith("All ") else name


def in_place(name: str, kind: str) -> str:
    """A place as it stands within a sentence: "the District of Columbia"."""
    return _("the {name}").format(name=name) if name in WITH_ARTICLE or kind == "nonmetro" else name


def called(name: str) -> str:
    """A place of which only the name is known, as it stands within a sentence; '' is the nation."""
    return in_place(name or COUNTRY, "nonmetro" if REST_OF_STATE in name else "")


def _sentences(*parts: str) -> list[str]:
    """Each part that has something to say, as a sentence."""
    return [f"{part[:1].upper()}{part[1:]}." for part in parts if part]


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _work(cells: dict[str, Cell], where: str) -> str:
    people, mean, median = (cells[key] for key in ("employment", "annual_mean", "annual_median"))
    if people.missing and mean.missing:
        return _("no source loaded here says how many people work in {where} or what they earn").format(
            where=where
        )
    if mean.missing:
        return _("{people} people work in {where}; what they earn on average is not published").format(
            people=people.said, where=where
        )
    who = (
        _("people who work in {where}").format(where=where)
        if people.missing
        else _("{people} people work in {where} and").format(people=people.said, where=where)
    )
    sentence = _("{who} earn {mean} a year on average").format(who=who, mean=mean.said)
    if mean.at_least or median.missing:
        return sentence
    if median.at_least:
        return _("{sentence}, and half of them earn {median}").format(sentence=sentence, median=median.said)
    if median.value == mean.value:
        return _("{sentence}; half of them earn more than that, half less").format(sentence=sentence)
    return _("{sentence}; half of them earn more than {median}, half less").format(
        sentence=sentence, median=median.said
    )


def _against(cells: dict[str, Cell], nation: Cell | None, whole: str) -> str:
    mean = cells["annual_mean"]
    if mean.missing or nation is None or nation.missing:
        return ""
    if mean.value == nation.value and not (mean.at_least or nation.at_least):
        return _("in {whole} the mean is the same").format(whole=whole)
    return _("in {whole} the mean is {nation}").format(whole=whole, nation=nation.said)


def _prices(cells: dict[str, Cell], level: PriceLevel) -> str:
    if level.index is None:
        return ""
    where = (
        _("prices in {area}, the nearest that are published,").format(area=level.area)
        if level.is_fallback
        else _("prices there")
    )
    difference = level.index - NATION
    if not difference:
        return _("{where} are the nation's average").format(where=where)
    told = (
        _("{where} are {percent} above the nation's")
        if difference > 0
        else _("{where} are {percent} below the nation's")
    )
    sentence = told.format(where=where, percent=formatting.percent(abs(difference)))
    adjusted = cells.get("adjusted_pay")
    if adjusted is None or adjusted.missing:
        return sentence
    return _("{sentence}, so that this pay buys what {adjusted} buys at the nation's").format(
        sentence=sentence, adjusted=adjusted.said
    )


def _best(best: BestPaid, where: str) -> str:
    ranked, above = best.careers, best.above
    if not ranked and not above:
        return _("no occupation {where} can be ranked by pay").format(where=where)
    if not ranked:
        return _("{above}; no other can be ranked by pay").format(above=_above(above))
    first = [item for item in ranked if item.yearly == ranked[0].yearly and item.per == ranked[0].per]
    names = formatting.listing([item.career.title for item in first])
    pay = _("{pay} {per} on average").format(pay=ranked[0].pay.said, per=ranked[0].per)
    sentence = _("of the occupations {where} whose pay can be ranked, {names} earn most: {pay}").format(
        where=where, names=names, pay=pay
    )
    return f"{sentence}; {_above(above)}" if above else sentence


def _above(above: tuple[PaidCareer, ...]) -> str:
    """Those that may earn more than the first of the ranking, or less: nobody prints how much."""
    return ngettext(
        "{number} occupation that cannot be ranked pays {pay} a year",
        "{number} occupations that cannot be ranked pay {pay} a year",
        len(above),
    ).format(number=len(above), pay=above[0].pay.said)


def _unusual(unusual: Unusual) -> str:
    if not unusual.careers:
        return ""
    first, *others = unusual.careers
    names = [first.career.title] + [
        other.career.title for other in others if other.quotient.value == first.quotient.value
    ]
    times = _("{quotient} times as common as nationwide").format(quotient=first.quotient.said)
    return _("most unusual for it are {names}: {times}").format(names=formatting.listing(names), times=times)
