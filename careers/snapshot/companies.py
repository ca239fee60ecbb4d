"""How a company of the snapshot is known in a database where editors and imports have been."""

from collections import defaultdict
from collections.abc import Callable

from careers.importers.companies import KnownCompanies
from careers.models import Company, CompanyName


def known_companies() -> Callable[[str, str], int | None]:
    """A function from name and address to the primary key of the company, None where there is none.

    By the name it goes by, by its address, by a legal or former name as importers do it, and last by
    another name that no two companies have: what an editor renamed or made one with another is found.
    """
    known = KnownCompanies()
    by_slug = dict(Company.objects.values_list("slug", "pk"))
    named = defaultdict(set)
    for name, company in CompanyName.objects.values_list("name", "company"):
        named[name].add(company)

    def find(name: str, slug: str) -> int | None:
        found = known.by_name.get(name) or by_slug.get(slug) or known.find(name)
        others = named.get(name, ())
        return found or (next(iter(others)) if len(others) == 1 else None)

    return find
