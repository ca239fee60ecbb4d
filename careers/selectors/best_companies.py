"""The ranking of companies: who is ranked, by what, and who is not and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import islice

from django.urls import reverse

from careers.filters.ranking_offered import Labels, Offered
from careers.filters.ranking_search import Asked
from careers.kept import kept
from careers.models import Area, Release
from careers.ranking import composite, market
from careers.ranking import inputs as ranking
from careers.ranking.market import Pair, Reason

from . import filings, ranking_cells
from .cells import Cell, Notes
from .filings import Employer, Filings

FIELDS = 8  # searches whose companies are kept, to be ranked by other weights
RANKINGS = 8


@dataclass(frozen=True, slots=True)
class Input:
    """One input of one company: the figure itself, its points from 0 to 100, and how much they count."""

    name: str
    cell: Cell
    points: Cell
    weight: int


@dataclass(frozen=True, slots=True)
class RankedCompany:
    rank: int
    name: str
    slug: str
    url: str
    score: Cell
    basis: str  # what its pay is compared by
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Unranked:
    name: str
    slug: str
    url: str
    offers: Cell


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Companies that are not ranked for one reason, most offers first."""

    reason: Reason
    employers: Sequence[Employer]
    offers: Mapping[int, int]
    release: Release | None

    def companies(self, most: int | None = None, first: int = 0) -> list[Unranked]:
        shown = self.employers[first:most]
        return [self._unranked(employer, self.offers.get(employer.key)) for employer in shown]

    def _unranked(self, employer: Employer, number: int | None) -> Unranked:
        cell = ranking_cells.offers(number, self.release)
        return Unranked(employer.name, employer.slug, _url(employer), cell)


@dataclass(frozen=True, slots=True)
class BestCompanies:
    """Everyone who is ranked, best first, and everyone who is not; `rows` shows a page of the former."""

    ranked: composite.Standings
    left_out: Sequence[LeftOut]
    employers: Mapping[int, Employer]
    pairs: Callable[[int], list[Pair]]  # of a company, by its key
    weights: Mapping[str, int]
    with_offers: int  # companies that have any offers there
    offers: int
    release: Release | None  # of the filings
    market_release: Release | None

    @property
    def notes(self) -> Notes:
        """The two sources that every row is from."""
        used = [release for release in (self.release, self.market_release) if release]
        return Notes(
            tuple((str(release), reverse("careers:source", args=[release.source.slug])) for release in used),
            (),
        )

    def rows(self, entries: Iterable[composite.Ranked]) -> list[RankedCompany]:
        return [self._row(entry) for entry in entries]

    def compared(self, entry: composite.Ranked) -> list[Pair]:
        """The pairs that the company's pay is compared by."""
        return market.comparable(self.pairs(entry.company.key))

    def _row(self, entry: composite.Ranked) -> RankedCompany:
        employer, pairs = self.employers[entry.company.key], self.pairs(entry.company.key)
        cells = ranking_cells.raw(entry.company, employer, pairs, self.release, self.market_release)
        points = {name: ranking_cells.points(cells[name], entry.points[name], self.release) for name in cells}
        return RankedCompany(
            rank=entry.rank,
            name=employer.name,
            slug=employer.slug,
            url=_url(employer),
            score=ranking_cells.score(entry.score, self.release),
            basis=ranking_cells.basis(pairs),
            inputs=tuple(
                Input(name, cells[name], points[name], self.weights[name]) for name in ranking.INPUTS
            ),
        )


class NoneHere(Sequence[Employer]):
    """Those without an offer there, by name: of a hundred thousand, who is asked for is looked up."""

    def __init__(self, fitting: Sequence[Employer], offers: Mapping[int, int], others: int):
        """`others` of those that fit have offers."""
        self.fitting, self.offers, self.number = fitting, offers, len(fitting) - others

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, which):
        if not isinstance(which, slice):
            return self[which : which + 1][0]
        there = (each for each in self.fitting if not self.offers.get(each.key))
        return list(islice(there, *which.indices(self.number)))


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What every ranking is made from; read once for the choices of the form and for the ranking."""

    filed: Filings
    employers: Mapping[int, Employer]
    by_name: Sequence[Employer]  # in capitals or not
    places: Mapping[int, int]  # in that order
    assessments: Mapping[int, Decimal]  # the editors' mean
    offered: Offered


@kept(1)
def material() -> Material:
    """Five queries."""
    filed, employers, given = filings.filings(), filings.employers(), filings.assessments()
    by_name = sorted(employers, key=lambda employer: employer.name.casefold())
    offered = Offered(_choices(filed, employers))
    places = {employer.key: place for place, employer in enumerate(by_name)}
    means = {company: sum(scores) / len(scores) for company, scores in given.items()}
    by_key = {employer.key: employer for employer in employers}
    return Material(filed, by_key, by_name, places, means, offered)


def _choices(filed: Filings, employers: Iterable[Employer]) -> Labels:
    """By filter, what there is to choose: only what some company has enough offers for."""
    paid = {
        company
        for company, median, area in zip(filed.company, filed.median, filed.area, strict=True)
        if median and area in filed.areas
    }
    concerned = [employer for employer in employers if employer.key in paid]
    return {
        "occupation": _labels((each.slug, each.name) for each in filed.occupations.values()),
        "place": _labels(
            (each.slug, each.name) for each in filed.areas.values() if each.kind != Area.Kind.NATION
        ),
        "sector": _labels((each.sector_slug, each.sector) for each in concerned if each.sector),
        "industry": _labels((each.industry.slug, each.industry.name) for each in concerned if each.industry),
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """Who is ranked and who is not, whatever the weights."""

    candidates: composite.Field
    left_out: Mapping[Reason, Sequence[Employer]]  # most offers first
    offers: Mapping[int, int]
    offers_in_all: int
    pairs: Callable[[int], list[Pair]]
    filed_in: int | None
    sources: Mapping[int, Release]


def best_companies(asked: Asked, known: Material) -> BestCompanies:
    """One query."""
    filters = asked.occupation, asked.place, asked.sector, asked.industry
    field, ranked = _ranking(*filters, tuple(asked.weights.items()), known)
    unscored = _most_offers_first(
        (known.employers[each.key] for each in ranked.unscored), field.offers, known
    )
    release = field.sources.get(field.filed_in)
    return BestCompanies(
        ranked=ranked.ranked,
        left_out=[
            LeftOut(reason, companies, field.offers, release)
            for reason, companies in {**field.left_out, Reason.NOTHING_WEIGHED: unscored}.items()
            if companies
        ],
        employers=known.employers,
        pairs=field.pairs,
        weights=asked.weights,
        with_offers=len(field.offers),
        offers=field.offers_in_all,
        release=release,
        market_release=field.sources.get(known.filed.market_release),
    )


@kept(RANKINGS)
def _ranking(
    occupation: str,
    place: str,
    sector: str,
    industry: str,
    weights: tuple[tuple[str, int], ...],
    known: Material,
) -> tuple[_Field, composite.Ranking]:
    field = _field(occupation, place, sector, industry, known)
    return field, composite.rank(field.candidates, dict(weights))


@kept(FIELDS)
def _field(occupation: str, place: str, sector: str, industry: str, known: Material) -> _Field:
    filed = known.filed
    rows = filed.rows(occupation, place)
    its_rows = filed.by_company(rows)
    offers, filed_in = filed.counted(rows, place)
    others = 0

    def pairs(company: int) -> list[Pair]:
        return filed.pairs(its_rows.get(company, ()))

    candidates, left_out = [], {reason: [] for reason in Reason}
    for company, number in offers.items():
        employer = known.employers.get(company)  # None for one that came meanwhile
        if not number or employer is None or (fits := employer.fits(sector, industry)) is False:
            continue
        others += fits is True
        own = pairs(company)
        compared = market.comparable(own)
        if fits is None:
            left_out[Reason.UNCLASSIFIED].append(employer)
        elif not compared or number < market.MIN_IN_ALL:
            left_out[market.why_not(number, own)].append(employer)
        else:
            candidates.append(
                ranking.Company(
                    key=company,
                    name=employer.name,
                    ratio=market.Mean(compared, partial(pairs, company)),
                    pairs=len(market.narrowest(own)),
                    offers=number,
                    band=employer.band,
                    assessment=known.assessments.get(company),
                )
            )
    in_order = {reason: _most_offers_first(each, offers, known) for reason, each in left_out.items()}
    fitting = known.by_name
    if sector or industry:
        fitting = [employer for employer in fitting if employer.fits(sector, industry)]
    return _Field(
        candidates=composite.field(candidates),
        left_out={**in_order, Reason.NONE_HERE: NoneHere(fitting, offers, others)},
        offers=offers,
        offers_in_all=sum(offers.values()),
        pairs=pairs,
        filed_in=filed_in,
        sources=filings.releases(filed_in, filed.market_release),
    )


def _most_offers_first(
    companies: Iterable[Employer], offers: Mapping[int, int], known: Material
) -> list[Employer]:
    """Of equal ones by name."""
    return sorted(companies, key=lambda each: (-offers.get(each.key, 0), known.places[each.key]))


def _url(employer: Employer) -> str:
    return reverse("careers:company", args=[employer.slug])


def _labels(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By value, in the order of the labels; of equal ones by value, in every process alike."""
    return dict(sorted(set(named), key=lambda each: (each[1].casefold(), each[0])))
