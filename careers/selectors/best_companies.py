"""The ranking of companies: who is ranked, by what, and who is not and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from careers.filters.ranking_search import Asked
from careers.kept import kept
from careers.models import Area, Release
from careers.ranking import composite, market
from careers.ranking import inputs as ranking
from careers.ranking.market import Pair, Reason

from . import filings, ranking_cells
from .cells import Cell, Notes
from .filings import Employer, Filings

Choices = Mapping[str, Mapping[str, str]]
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
    pairs: Mapping[int, Sequence[Pair]]
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
        return market.comparable(self.pairs[entry.company.key])

    def _row(self, entry: composite.Ranked) -> RankedCompany:
        employer, pairs = self.employers[entry.company.key], self.pairs[entry.company.key]
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


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What every ranking is made from; read once for the choices of the form and for the ranking."""

    filed: Filings
    employers: Sequence[Employer]
    choices: Choices


@kept(1)
def material() -> Material:
    """Three queries."""
    filed, employers = filings.filings(), filings.employers()
    return Material(filed, employers, _choices(filed, employers))


def _choices(filed: Filings, employers: Iterable[Employer]) -> Choices:
    """By filter, what there is to choose: only what some company has enough offers for."""
    concerned = [employer for employer in employers if employer.key in filed.pairs]
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
    pairs: Mapping[int, Sequence[Pair]]
    employers: Mapping[int, Employer]
    filed_in: int | None
    sources: Mapping[int, Release]


def best_companies(asked: Asked, known: Material) -> BestCompanies:
    """Three queries."""
    filters = asked.occupation, asked.place, asked.sector, asked.industry
    field, ranked = _ranking(*filters, tuple(asked.weights.items()), known)
    unscored = _most_offers_first((field.employers[each.key] for each in ranked.unscored), field.offers)
    release = field.sources.get(field.filed_in)
    return BestCompanies(
        ranked=ranked.ranked,
        left_out=[
            LeftOut(reason, companies, field.offers, release)
            for reason, companies in {**field.left_out, Reason.NOTHING_WEIGHED: unscored}.items()
            if companies
        ],
        employers=field.employers,
        pairs=field.pairs,
        weights=asked.weights,
        with_offers=len(field.offers),
        offers=sum(field.offers.values()),
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
    offers, filed_in = filings.offers(occupation, place)
    pairs = known.filed.within(occupation, place)
    scores = filings.assessments()
    candidates, left_out = [], {reason: [] for reason in Reason}
    for employer in known.employers:
        fits = employer.fits(sector, industry)
        own, filed = pairs.get(employer.key, []), offers.get(employer.key, 0)
        if fits is False or (fits is None and not filed):
            continue
        reason = Reason.UNCLASSIFIED if fits is None else market.why_not(filed, own)
        if reason:
            left_out[reason].append(employer)
        else:
            candidates.append(_company(employer, own, filed, scores.get(employer.key, [])))
    return _Field(
        candidates=composite.field(candidates),
        left_out={reason: _most_offers_first(each, offers) for reason, each in left_out.items()},
        offers=offers,
        pairs=pairs,
        employers={employer.key: employer for employer in known.employers},
        filed_in=filed_in,
        sources=filings.releases(filed_in, known.filed.market_release),
    )


def _company(
    employer: Employer, pairs: Sequence[Pair], offers: int, scores: Sequence[Decimal]
) -> ranking.Company:
    return ranking.Company(
        key=employer.key,
        name=employer.name,
        ratio=market.ratio(market.comparable(pairs)),
        pairs=len(market.narrowest(pairs)),
        offers=offers,
        band=employer.band,
        assessment=sum(scores) / len(scores) if scores else None,
    )


def _most_offers_first(companies: Iterable[Employer], offers: Mapping[int, int]) -> list[Employer]:
    return sorted(companies, key=lambda employer: (-offers.get(employer.key, 0), employer.name.casefold()))


def _url(employer: Employer) -> str:
    return reverse("careers:company", args=[employer.slug])


def _labels(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By value, in the order of the labels; of equal ones by value, in every process alike."""
    return dict(sorted(set(named), key=lambda each: (each[1].casefold(), each[0])))
