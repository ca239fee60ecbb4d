"""Employers of an LCA file become companies: which are known, which are new, and which nobody can tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import slugify

from careers import employers
from careers.models import Company, CompanyName, Release
from careers.models.companies import RESERVED_SLUGS

from . import objects
from .lca_offers import LONGEST_NAME, Offer

MIN_OFFERS = 5  # full-time offers in one file, from which on an employer becomes a company
LONGEST_STATE = 40  # characters, should a file spell it out
DOING_BUSINESS_AS = re.compile(
    r"(?:^|\b)(?:d\s*[/.]\s*b\s*[/.]\s*a\b\.?|dba\b|doing business as)", re.IGNORECASE
)
NO_NAME = {"", "na", "n a", "none", "same", "not applicable"}


@dataclass(slots=True)
class Employer:
    """All full-time offers filed under one key, by spelling and state; and the other names given."""

    key: str
    offers: int = 0
    spellings: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    trade_names: Counter = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The commonest spelling that is not all in capitals, where there is one."""
        by_count = [(name.isupper(), -states.total(), name) for name, states in self.spellings.items()]
        commonest = min(by_count)[2]
        return DOING_BUSINESS_AS.split(commonest)[0].strip(" (,-") or commonest

    @property
    def main_state(self) -> str:
        states = sum(self.spellings.values(), Counter())
        return min(states, key=lambda state: (-states[state], state))


@dataclass(slots=True)
class Companies:
    """Primary keys of companies by the employers' keys, and what became of the other employers."""

    by_key: dict[str, int]
    added: int
    few: list[Employer]
    unclear: list[Employer]


def companies(offers: Iterable[Offer], release: Release) -> Companies:
    """Add what is new. A name that the database has already stays with the company that has it.

    Where a name may be several employers', only an editor's own entry of it decides.
    """
    found = _employers(offers)
    known, ambiguous = _known()
    decided = set(_identifying().filter(release=None).values_list("key", flat=True))
    unclear = [
        employer
        for key, employer in found.items()
        if key in ambiguous or (key not in decided and employers.may_be_several(employer.spellings))
    ]
    left_out = {employer.key for employer in unclear}
    rest = [employer for key, employer in found.items() if key not in known and key not in left_out]
    new = [employer for employer in rest if employer.offers >= MIN_OFFERS]
    added = _add(new)
    by_key = {key: pk for key, pk in (known | added).items() if key in found.keys() - left_out}
    _add_names(by_key, found, release)
    few = [employer for employer in rest if employer.offers < MIN_OFFERS]
    return Companies(by_key, len(added), few, unclear)


def _employers(offers: Iterable[Offer]) -> dict[str, Employer]:
    found: dict[str, Employer] = {}
    for offer in offers:
        employer = found.setdefault(offer.key, Employer(offer.key))
        employer.offers += 1
        employer.spellings[offer.employer][offer.home] += 1
        parts = DOING_BUSINESS_AS.split(offer.employer)[1:] + DOING_BUSINESS_AS.split(offer.trade_name)
        for part in parts:
            if name := part.strip(" (),.:;-"):
                employer.trade_names[name] += 1
    return dict(sorted(found.items()))


def _identifying():
    return CompanyName.objects.filter(kind__in=CompanyName.IDENTIFYING)


def _known() -> tuple[dict[str, int], set[str]]:
    """Companies by key, and the keys that several companies share by the names they go by.

    A legal or former name decides for one company, also against the name that another goes by.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    for pk, name in Company.objects.order_by("pk").values_list("pk", "name"):
        by_name[employers.key(name)].append(pk)
    identified = dict(_identifying().values_list("key", "company_id"))
    known = {key: pks[0] for key, pks in by_name.items() if len(pks) == 1} | identified
    return known, {key for key, pks in by_name.items() if len(pks) > 1} - identified.keys()


def _add(new: list[Employer]) -> dict[str, int]:
    """Primary keys of the companies made, by key."""
    slugs = {*Company.objects.values_list("slug", flat=True), *RESERVED_SLUGS}
    names = set(Company.objects.values_list("name", flat=True))
    made = []
    for employer in new:
        name = _free_name(employer.name, employer.main_state, names)
        made.append(Company(name=name, slug=_slug(name, employer.main_state, slugs)))
    objects.create(made)
    return {employer.key: company.pk for employer, company in zip(new, made, strict=True)}


def _free_name(name: str, state: str, taken: set[str]) -> str:
    """A name that no company has and that fits; the state, then a number, tells two apart."""
    free, number = name, 1
    while free in taken:
        mark = f" ({state[:LONGEST_STATE]})" if number == 1 else f" ({state[:LONGEST_STATE]} {number})"
        free = name[: LONGEST_NAME - len(mark)].rstrip() + mark
        number += 1
    taken.add(free)
    return free


def _slug(name: str, state: str, taken: set[str]) -> str:
    """An address that no company has; the state, then a number, tells two apart."""
    stem = slugify(name)[:120].strip("-") or "company"
    slug, number = stem, 1
    while slug in taken:
        slug = f"{stem}-{slugify(state)[:LONGEST_STATE] or 'us'}" + (f"-{number}" if number > 1 else "")
        number += 1
    taken.add(slug)
    return slug


def _add_names(by_key: dict[str, int], found: dict[str, Employer], release: Release) -> None:
    """The names that no company has yet; one that an editor moved is not brought back."""
    taken = set(_identifying().values_list("key", flat=True))
    # A trade name is not one employer's alone: two may bear it, but what is there already is left at that.
    anywhere = set(CompanyName.objects.values_list("key", flat=True))
    rows = []
    for key, company in by_key.items():
        employer = found[key]
        if key not in taken:
            rows.append(_name(company, employer.name, CompanyName.Kind.LEGAL, key, release))
        own = {key}
        for trade_name, _ in sorted(employer.trade_names.items(), key=lambda item: (-item[1], item[0])):
            trade_key = employers.key(trade_name)
            if trade_key in own | anywhere | NO_NAME or len(trade_name) > LONGEST_NAME:
                continue
            own.add(trade_key)
            rows.append(_name(company, trade_name, CompanyName.Kind.TRADE, trade_key, release))
    objects.create(rows)


def _name(company: int, name: str, kind: CompanyName.Kind, key: str, release: Release) -> CompanyName:
    return CompanyName(company_id=company, name=name, kind=kind, key=key, release=release)
