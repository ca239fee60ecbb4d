"""The inputs of the ranking as cells: each figure as it is, and the points it is worth."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.catalogue import FIGURES
from careers.models import Company as Employers
from careers.models import Release
from careers.ranking import market
from careers.ranking.composite import tenth
from careers.ranking.inputs import BREADTH, EDITORS, PAY, SIZE, Company
from careers.ranking.market import Market, Pair

from .cells import Cell, build, unrecorded
from .filings import Employer

LEFT_OUT = {
    Market.TOP_CODED: gettext_lazy("the market median is above the highest amount that is printed"),
    Market.UNPUBLISHED: gettext_lazy("no market median is published"),
}
NONE_FILED = gettext_lazy("The visa filings loaded here hold no full-time offer of this company there.")
NOT_ASSESSED = gettext_lazy("No editor has entered a score with a source; the other inputs stand for all.")


def raw(
    company: Company, employer: Employer, pairs: Sequence[Pair], release: Release, market_release: Release
) -> dict[str, Cell]:
    """By input, the figure behind its points."""
    return {
        PAY: ratio(pairs, release, market_release),
        BREADTH: build(
            "ranking_breadth", company.pairs, formatting.count(company.pairs), release,
            note=_("Each with five visa-filing offers or more."),
        ),
        SIZE: _size(company, employer, release),
        EDITORS: _assessment(company),
    }  # fmt: skip


def ratio(pairs: Sequence[Pair], release: Release, market_release: Release) -> Cell:
    """Pay against the market over several pairs."""
    value = hundredth(market.ratio(market.comparable(pairs)))
    note = _("{basis} The market is the median by {market_release}.").format(
        basis=basis(pairs), market_release=market_release
    )
    return build("pay_to_market", value, formatting.rating(value), release, note=note)


def basis(pairs: Sequence[Pair]) -> str:
    """How many offers a company's pay is compared by, and what had to be left out."""
    counted = market.comparable(pairs)
    offers = formatting.count(sum(pair.offers for pair in counted))
    missing = [
        _("{pairs} left out: {left_out}.").format(pairs=_pairs(number), left_out=LEFT_OUT[reason])
        for reason, number in Counter(pair.market for pair in market.left_out(pairs)).items()
    ]
    corrected = sum(pair.corrected for pair in counted)
    medians = ngettext("{corrected} median", "{corrected} medians", corrected).format(
        corrected=formatting.count(corrected)
    )
    told = [_("The editors corrected {medians} of these.").format(medians=medians)] if corrected else []
    return " ".join(
        [
            _("{offers} offers compared, in {pairs}.").format(offers=offers, pairs=_pairs(len(counted))),
            *told,
            *missing,
        ]
    )


def points(cell: Cell, given: Fraction | None, release: Release) -> Cell:
    """What a figure is worth, from 0 to 100; missing where the figure is."""
    if given is None:
        return replace(unrecorded("ranking_points"), reason=cell.reason)
    value = decimal(tenth(given))
    return build(
        "ranking_points",
        value,
        formatting.tenth(value),
        release,
        note=_("For: {cell}.").format(cell=cell.label.lower()),
    )


def score(value: Fraction, release: Release) -> Cell:
    return build("ranking_score", decimal(value), formatting.tenth(decimal(value)), release)


def offers(number: int | None, release: Release | None) -> Cell:
    """Of a company that is not ranked."""
    if not number:
        return replace(unrecorded("visa_filing_offers"), reason=str(NONE_FILED))
    return build("visa_filing_offers", number, formatting.count(number), release)


def decimal(tenths: Fraction) -> Decimal:
    """A whole number of tenths, exactly."""
    return Decimal(int(tenths * 10)) / 10


def hundredth(number: Fraction) -> Decimal:
    """To the nearest hundredth, halves up."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _size(company: Company, employer: Employer, release: Release) -> Cell:
    """The editors' size band where there is one, else the number of offers."""
    if company.band is None:
        text = _("{offers} offers").format(offers=formatting.count(company.offers))
        return build("visa_filing_offers", company.offers, text, release, note=_("No editor gives a size."))
    definition = FIGURES["company_size"]
    return Cell(
        key="company_size",
        label=definition.label,
        text=Employers.Size(employer.size).label,
        value=employer.size,
        unit=definition.unit,
        kind=definition.kind,
        note=_("As editors give it. Visa-filing offers: {offers}.").format(
            offers=formatting.count(company.offers)
        ),
    )


def _assessment(company: Company) -> Cell:
    if company.assessment is None:
        return replace(unrecorded("ranking_assessment"), reason=str(NOT_ASSESSED))
    definition = FIGURES["ranking_assessment"]
    value = company.assessment.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Cell(
        key="ranking_assessment",
        label=definition.label,
        text=formatting.tenth(value),
        value=value,
        unit=definition.unit,
        kind=definition.kind,
        note=_("The sources stand on the company's page."),
    )


def _pairs(number: int) -> str:
    return ngettext("{number} pair", "{number} pairs", number).format(number=number)
