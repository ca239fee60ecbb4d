"""The pages of careers that search engines are told of: each by its own address, without a query string."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Max
from django.urls import reverse
from django.utils.timezone import localdate, now

from careers.addresses import address_of
from careers.kept import kept
from careers.models import Area, Company, Industry, Occupation, Posting, Source
from careers.selectors import pages
from careers.selectors.addresses import industry_url, place_url
from careers.selectors.subpages import FIGURES_OF, pages_with_figures

AT_ONCE = 10_000  # addresses of a part: search engines take five times as many, which take as long to make


class Addresses(Sitemap):
    """A section whose items are addresses of the site."""

    def location(self, item):
        return item


class Entrances(Addresses):
    """The home page, the lists, and what explains them or is written about the portal."""

    NAMES = (
        "home", "list", "jobs", "companies", "best_companies", "best_companies_method", "places",
        "industries", "sources", "figures", "pages",
    )  # fmt: skip

    def items(self):
        written = [page.get_absolute_url() for page in pages.live()]
        return [*(address_of(f"careers:{name}") for name in self.NAMES), address_of("api"), *written]


class PagesOfCareers(Paginator):
    """Of occupations; a page of it has the names of those of their pages that have figures, with the slug."""

    def page(self, number):
        page = super().page(number)
        careers = list(page.object_list)
        filled = pages_with_figures([pk for pk, _ in careers])
        page.object_list = [
            (name, slug)
            for (_, slug), there in zip(careers, filled, strict=True)
            for name in ("occupation", *(name for name in FIGURES_OF if name in there))
        ]
        return page


class Careers(Sitemap):
    """Every career, and those of its pages that have figures."""

    limit = 1_000  # careers: what each has is looked up for those of one part

    def items(self):
        return Occupation.objects.listed().order_by("slug").values_list("pk", "slug")

    @property
    def paginator(self):
        return PagesOfCareers(self.items(), self.limit)

    def location(self, item):
        page, slug = item
        return reverse(f"careers:{page}", args=[slug])


class Places(Addresses):
    def items(self):
        return [place_url(area) for area in Area.objects.order_by("slug")]


class Industries(Addresses):
    def items(self):
        return [industry_url(industry) for industry in Industry.objects.order_by("slug")]


class PagesCountedOnce(Paginator):
    """Of so many that to count them takes as long as to read a page; `how_many` keeps their number."""

    def __init__(self, items, how_many: Callable[[date], int]):
        super().__init__(items, AT_ONCE)
        self.how_many = how_many

    @cached_property
    def count(self):
        return self.how_many(localdate())


@kept(1)
def number_of_companies(today: date) -> int:
    return Companies().items().count()


@kept(1)
def number_of_jobs(today: date) -> int:
    return Jobs().items().count()


@kept(1)
def last_change_of_jobs(today: date) -> datetime | None:
    return Jobs().items().aggregate(latest=Max("changed_at"))["latest"]


class Companies(Sitemap):
    # Names of pages: the index counts them, be they a hundred thousand, and needs no addresses.
    def items(self):
        return Company.objects.live(now()).order_by("slug").values_list("slug", flat=True)

    @property
    def paginator(self):
        return PagesCountedOnce(self.items(), number_of_companies)

    def location(self, item):
        return reverse("careers:company", args=[item])


class Sources(Sitemap):
    """The one section that knows when its pages changed: when their source was last imported."""

    def items(self):
        return Source.objects.annotate(imported_at=Max("releases__receipts__finished_at")).order_by("slug")

    def location(self, item):
        return reverse("careers:source", args=[item.slug])

    def lastmod(self, item):
        return item.imported_at


class Jobs(Sitemap):
    """The jobs that are open today, but for samples: one that closes leaves at once."""

    def items(self):
        return Posting.objects.open(localdate()).real().only("title", "changed_at")

    @property
    def paginator(self):
        return PagesCountedOnce(self.items(), number_of_jobs)

    def location(self, item):
        return item.get_absolute_url()

    def lastmod(self, item):
        return item.changed_at

    def get_latest_lastmod(self):
        return last_change_of_jobs(localdate())


SECTIONS = {
    "pages": Entrances,
    "careers": Careers,
    "jobs": Jobs,
    "companies": Companies,
    "places": Places,
    "industries": Industries,
    "sources": Sources,
}
