"""The comparisons that search engines are told of: what editors published, and those of related careers.

The other pairs, some 330,000 of them, answer all the same.
"""

from django.contrib.sitemaps import Sitemap

from careers.addresses import address_of
from careers.sitemaps import Addresses

from .addresses import canonical
from .selectors.curated import addresses_by_set, addresses_of_published
from .selectors.related_pairs import related_pairs


class Comparisons(Addresses):
    """Where to begin, and the comparisons that editors wrote on."""

    def items(self):
        return [address_of("comparisons:index"), *addresses_of_published()]


class RelatedCareers(Sitemap):
    """Pairs of related careers, but for those that editors wrote on."""

    def items(self):
        told = addresses_by_set()
        return [pair for pair in related_pairs() if frozenset(pair) not in told]

    def location(self, item):
        return canonical(item)


SECTIONS = {"comparisons": Comparisons, "related-careers": RelatedCareers}
