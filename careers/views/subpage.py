"""What the pages of one occupation share: finding it, the way back, the sister pages, the twins."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.addresses import address_of
from careers.compiled import compiled_once
from careers.models import Occupation
from careers.selectors.answers import with_answers, with_told_answers
from careers.selectors.attributions import attributions
from careers.selectors.cells import Cell
from careers.selectors.open_jobs import with_open_jobs
from careers.selectors.subpages import marked, with_figures

from . import cards
from .errors import NoSuchCareer

# Name, which is that of its address too, and label: in the order of the navigation.
PAGES = {
    "pay": gettext_lazy("Pay by place"),
    "skills": gettext_lazy("Skills"),
    "education": gettext_lazy("Education"),
    "demographics": gettext_lazy("People"),
    "outlook": gettext_lazy("Outlook"),
}


def find(slug: str, *, ask: Callable[..., list[Occupation]] | None = None) -> Occupation:
    """The listed occupation of a slug, with what its navigation and answers need; one query.

    `ask` finds more of it: see `known`.
    """
    now = timezone.now()
    for found in (ask or _alone)(slug, localdate(now), now, address_of("careers:list")):
        return with_told_answers(found)
    raise NoSuchCareer(slug)


def known(
    among: QuerySet[Occupation], slug: str, today: date, now: datetime, above: str
) -> QuerySet[Occupation]:
    """That of the slug among the occupations, with what every page of it needs."""
    asked = with_open_jobs(marked(among.listed()), today, now).filter(slug=slug)
    return with_answers(asked.select_related("major_group", "closest_occupation", "text"), above).order_by()


@compiled_once
def _alone(*asked) -> QuerySet[Occupation]:
    return known(Occupation.objects.all(), *asked)


def navigation(occupation: Occupation, here: str = "overview") -> list[dict]:
    """The pages of a found occupation that have figures, with the one that is read."""
    filled = with_figures(occupation)
    overview = {"label": _("Overview"), "url": occupation.get_absolute_url(), "is_here": here == "overview"}
    return [overview] + [
        {"name": name, "label": label, "url": _address(name, occupation), "is_here": name == here}
        for name, label in PAGES.items()
        if name in filled
    ]


def frame(request, occupation: Occupation, here: str, cells: Iterable[Cell] = ()) -> dict:
    """The context around the figures of a sub-page; `cells` are all that it shows."""
    return {
        "occupation": occupation,
        "subnav": navigation(occupation, here),
        "attributions": attributions(cells),
        **cards.of_occupation(occupation, occupation.title),
        "canonical_url": request.build_absolute_uri(_address(here, occupation)),
        "twins": [
            (twin.upper(), reverse(f"careers:{here}_twin", args=[occupation.slug, twin]))
            for twin in ("json", "csv")
        ],
        "breadcrumbs": [
            (_("Careers"), address_of("careers:list")),
            (occupation.title, occupation.get_absolute_url()),
            (PAGES[here], ""),
        ],
    }


def identity(occupation: Occupation) -> dict:
    """What a JSON twin says first."""
    return {
        "title": occupation.title,
        "slug": occupation.slug,
        "soc_code": occupation.soc_code or "",
        "url": occupation.get_absolute_url(),
    }


def _address(name: str, occupation: Occupation) -> str:
    return reverse(f"careers:{name}", args=[occupation.slug])
