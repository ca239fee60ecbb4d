"""The pages of careers that search engines are told of: each by its own address, without a query string."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from careers.models import Area, Industry, Occupation, Source
from careers.selectors.addresses import industry_url, place_url
from careers.selectors.subpages import FIGURES_OF, marked, with_figures


class Addresses(Sitemap):
    """A section whose items are addresses of the site."""

    def location(self, item):
        return item


class Entrances(Addresses):
    """The home page, the lists and what explains them."""

    NAMES = ("home", "list", "places", "industries", "sources", "figures")

    def items(self):
        return [reverse(f"careers:{name}") for name in self.NAMES]


class Careers(Sitemap):
    """Every career, and those of its pages that have figures."""

    # Names of pages with slugs: the index counts them and needs no addresses.
    def items(self):
        return [
            (page, occupation.slug)
            for occupation in marked(Occupation.objects.listed()).order_by("slug")
            for page in ("occupation", *(page for page in FIGURES_OF if page in with_figures(occupation)))
        ]

    def location(self, item):
        page, slug = item
        return reverse(f"careers:{page}", args=[slug])


class Places(Addresses):
    def items(self):
        return [place_url(area) for area in Area.objects.order_by("slug")]


class Industries(Addresses):
    def items(self):
        return [industry_url(industry) for industry in Industry.objects.order_by("slug")]


class Sources(Sitemap):
    """The one section that knows when its pages changed: when their source was last imported."""

    def items(self):
        return Source.objects.annotate(imported_at=Max("releases__receipts__finished_at")).order_by("slug")

    def location(self, item):
        return reverse("careers:source", args=[item.slug])

    def lastmod(self, item):
        return item.imported_at


SECTIONS = {
    "pages": Entrances,
    "careers": Careers,
    "places": Places,
    "industries": Industries,
    "sources": Sources,
}
