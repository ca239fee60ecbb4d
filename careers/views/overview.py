from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.charts.ranges import range_chart
from careers.compiled import compiled_once
from careers.further import further
from careers.kept import each_kept
from careers.models import Occupation
from careers.prose import employer_pay, overview, sections
from careers.prose import occupation as prose
from careers.prose.gaps import gaps
from careers.selectors.attributions import attributions
from careers.selectors.cells import CSV_COLUMNS, Cell, csv_rows
from careers.selectors.pay import range_notes, range_rows
from careers.selectors.profile import Profile, profiles
from careers.selectors.prospects import with_prospects
from careers.selectors.related import related
from careers.structured_data import occupation as occupation_node

from . import cards, drawn, subpage, twins
from .drawn import Drawn
from .errors import NoSuchCareer

KEPT = 50  # pages in memory, of some 50 KB

# The figures of the overview, in the order a reader asks for them.
OVERVIEW = (
    "annual_mean",
    "annual_median",
    "hourly_mean",
    "pay_range",
    "employment",
    "growth",
    "openings",
    "time_to_become",
    "entry_education",
    "work_experience",
    "job_training",
    "years_of_experience",
    "job_zone",
    "common_degree",
    "related_major",
    "related_college",
    "common_major",
    "common_college",
    "top_skills",
    "age",
    "gender",
    "race",
    "lgbt",
    "job_satisfaction",
    "best_paying_state",
    "best_paying_city",
    "best_paying_company",
    "best_paying_industry",
)
TITLES_SHOWN = 12


def occupation(request, slug, twin=""):
    if twin:
        return _twin(slug, twin)
    (page,) = _pages([slug]) if drawn.is_asked_plainly(request) else [_drawn(slug, request)]
    if page is None:
        raise NoSuchCareer(slug)
    return drawn.framed(request, page)


def _twin(slug, twin):
    twins.check_format(twin)
    found, profile = _found(slug)
    cells = _cells(profile)
    if twin == "csv":
        return twins.csv_twin(CSV_COLUMNS, csv_rows(cells), slug)
    return twins.json_twin({**subpage.identity(found), "figures": [cell.as_dict() for cell in cells]})


def _listed() -> list[str]:
    return list(Occupation.objects.listed().values_list("slug", flat=True))


def drawn_anew(slugs: Sequence[str]) -> list[Drawn | None]:
    """For everyone who asks plainly."""
    return [_drawn(slug) for slug in slugs]


_pages = each_kept(KEPT, prepared_as="overview", items=_listed)(drawn_anew)


def _drawn(slug: str, request: HttpRequest | None = None) -> Drawn | None:
    """For the request, or for everyone who asks plainly; None where there is no such career."""
    try:
        found, profile = _found(slug)
    except NoSuchCareer:
        return None
    cells, about = _cells(profile), profile.about
    near, subnav = related(found), subpage.navigation(found)
    names = overview.other_names(profile)
    chart = range_chart("pay-range", [profile])
    context = {
        "occupation": found,
        "subnav": subnav,
        "profile": profile,
        "figures": _without_tables_below(profile, cells),
        "opening": prose.opening(profile),
        "scope": overview.scope(profile),
        "composed": [] if profile.summary or about.described else overview.the_work(profile),
        "also_called": overview.series(names[:TITLES_SHOWN]),
        "more_titles": max(0, len(names) - TITLES_SHOWN),
        "ways": [
            (page["label"], page["url"], sections.summary(page["name"], profile))
            for page in subnav
            if not page["is_here"]
        ],
        "gaps": gaps(profile),
        "related": near,
        "further": further(found),
        "attributions": list(dict.fromkeys((*attributions([*cells, *near.cells]), *about.attributions))),
        "best_companies": employer_pay.best_companies(profile),
        "chart": chart,
        "range_table": _range_table(profile),
        "twins": [
            (name, reverse("careers:occupation_twin", args=[slug, name.lower()])) for name in ("JSON", "CSV")
        ],
    }
    return Drawn(
        blocks=drawn.blocks("careers/occupation.html", context, profile.url, request),
        path=profile.url,
        card=cards.of_occupation(found, chart.title if chart else found.title),
        breadcrumbs=((_("Careers"), address_of("careers:list")), (found.title, "")),
        nodes=(occupation_node(profile, str),),
        answers=found.reader_answers,
    )


def _found(slug: str) -> tuple[Occupation, Profile]:
    found = subpage.find(slug, ask=_with_prospects)
    (profile,) = profiles([found])
    return found, profile


@compiled_once
def _with_prospects(*asked) -> QuerySet[Occupation]:
    return subpage.known(with_prospects(Occupation.objects.all()), *asked)


def _cells(profile: Profile) -> list[Cell]:
    return [profile.cells[key] for key in OVERVIEW if key in profile.cells]


def _without_tables_below(profile, cells):
    """The best paying places and companies have tables of their own."""
    told = [best.cell for best in (*profile.best_paying.values(), profile.best_companies) if best]
    return [cell for cell in cells if cell not in told]


def _range_table(profile):
    spread = profile.pay_range
    if spread is None or not spread.is_known:
        return None
    told = (
        _("Pay of {plural}, US dollars a year")
        if spread.per == "year"
        else _("Pay of {plural}, US dollars an hour")
    )
    caption = told.format(plural=profile.plural)
    return {"caption": caption, "rows": range_rows(spread), "notes": range_notes(spread)}
