"""What the words of a posting stand for in the database: its employer, its areas, its occupation."""

from collections.abc import Iterable
from functools import cache

from careers import employers
from careers.models import Area, Company, CompanyName, Feed

from . import matching
from .cleaning import CleanPosting
from .matching import Match


class Resolved:
    """Looks up for all postings at once what each of them names: three queries, two more for occupations."""

    def __init__(self, feed: Feed, postings: Iterable[CleanPosting]):
        postings = list(postings)
        codes = {place.area for posting in postings for place in posting.places}
        codes |= {posting.remote_area for posting in postings}
        self._areas = dict(Area.objects.filter(code__in=codes - {""}).values_list("code", "pk"))
        self._feed = feed
        names = {posting.company_name for posting in postings} - {""}
        self._companies = dict(Company.objects.filter(name__in=names).values_list("name", "pk"))
        self._by_key = _companies_by_key({employers.key(name) for name in names} - {""})
        self.vocabulary = cache(matching.load_vocabulary)
        self.occupation = cache(self._occupation)

    def area(self, code: str) -> int | None:
        return self._areas.get(code)

    def company(self, name: str) -> int | None:
        """The one of that name; where none is known by it, the one whose feed it is."""
        known = self._companies.get(name) or self._by_key.get(employers.key(name))
        return known or self._feed.company_id

    def _occupation(self, title: str) -> Match:
        return matching.match(title, self.vocabulary())


def _companies_by_key(keys: set[str]) -> dict[str, int]:
    """By a legal or former name, or else by a trade name that only one company has."""
    identifying: dict[str, int] = {}
    trading: dict[str, set[int]] = {}
    for key, kind, company in CompanyName.objects.filter(key__in=keys).values_list(
        "key", "kind", "company_id"
    ):
        if kind in CompanyName.IDENTIFYING:
            identifying[key] = company
        else:
            trading.setdefault(key, set()).add(company)
    alone = {key: companies.pop() for key, companies in trading.items() if len(companies) == 1}
    return {**alone, **identifying}
