"""Companies that sources name: found where they are known, added where not, never changed."""

from collections import defaultdict
from collections.abc import Iterable

from careers.employers import key
from careers.models import Company, CompanyName, Release
from careers.models.companies import RESERVED_SLUGS

from . import objects
from .reference import free_slug

LONGEST_NAME = Company._meta.get_field("name").max_length
Kind = CompanyName.Kind


class KnownCompanies:
    """Companies by the names that they have, as editors left them; three queries."""

    def __init__(self):
        self.by_name = dict(Company.objects.values_list("name", "pk"))
        self._by_name_key: dict[str, set[int]] = defaultdict(set)
        for name, company in self.by_name.items():
            self._by_name_key[key(name)].add(company)
        names = list(CompanyName.objects.values_list("key", "company", "kind"))
        self.by_key = {own: company for own, company, kind in names if kind in CompanyName.IDENTIFYING}
        self._given = {(own, company) for own, company, _ in names}
        self._keys = {own for own, _ in self._given}
        self._slugs = {*Company.objects.values_list("slug", flat=True), *RESERVED_SLUGS}

    def find(self, name: str) -> int | None:
        """By a legal or former name, else by the name it goes by; whatever its legal form, if one has it."""
        if company := self.by_key.get(key(name)) or self.by_name.get(name):
            return company
        alike = self._by_name_key.get(key(name), ())
        return next(iter(alike)) if len(alike) == 1 else None

    def add(self, names: Iterable[str]) -> None:
        """Make companies of these names, none of which may be known."""
        new = [Company(name=name, slug=free_slug(name, "company", self._slugs)) for name in names]
        objects.create(new)
        self.by_name |= {company.name: company.pk for company in new}

    def name(self, companies: dict[str, int], kinds: dict[str, Kind], release: Release) -> None:
        """Keep names of companies (primary keys) that are not kept, for these or for others, yet."""
        new = []
        for name, company in companies.items():
            own, kind = key(name), kinds[name]
            others = self._keys if kind == Kind.TRADE else self.by_key
            if own and own not in others and (own, company) not in self._given:
                self._given.add((own, company))
                self._keys.add(own)
                if kind != Kind.TRADE:
                    self.by_key[own] = company
                new.append(CompanyName(company_id=company, name=name, kind=kind, key=own, release=release))
        objects.create(new)


def named(name: str, release: Release) -> int:
    """The primary key of the company of that name, made where there is none."""
    known = KnownCompanies()
    if not known.find(name):
        known.add([name])
    company = known.find(name)
    known.name({name: company}, {name: Kind.LEGAL}, release)
    return company
