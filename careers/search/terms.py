"""The terms of each kind: every name or text by which its pages are found."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Sum
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_noop

from careers.addresses import address_of
from careers.markup import words_of_markdown
from careers.models import (
    AlternateTitle,
    Area,
    Company,
    CompanyName,
    FieldOfStudy,
    Industry,
    Major,
    MajorRoute,
    Occupation,
    OccupationText,
    SearchTerm,
    Status,
    TaskStatement,
    WageEstimate,
)
from careers.models.search import MAX_KEY

from .scopes import IN_SUMMARY
from .words import named, tokens, words

Kind, Tier = SearchTerm.Kind, SearchTerm.Tier
NO_NAME = 99  # the length of a text: after every name
IN_TASKS, IN_MAJORS = gettext_noop("its tasks"), gettext_noop("what people study for it")
TEXTS = frozenset({IN_SUMMARY, IN_TASKS, IN_MAJORS})
# Pages that are no occupation's, place's or industry's: address, title and other names of each.
PAGES = (
    ("careers:list", "Careers", "all careers, occupations, explore careers, list of careers"),
    ("careers:places", "Places", "states, cities, metropolitan areas, pay by state, locations"),
    ("careers:industries", "Industries", "sectors, pay by industry"),
    (
        "careers:figures",
        "What the figures mean",
        "figures, definitions, glossary, method, median",
    ),
    ("careers:sources", "Where the figures come from", "sources, data, licence, license, releases, about"),
    ("comparisons:index", "Compare careers", "compare, comparison, versus, vs, side by side"),
    ("careers:jobs", "Jobs", "all jobs, explore jobs, job search, postings, vacancies, openings, hiring"),
    ("careers:companies", "Companies", "all companies, explore companies, employers, directory"),
    (
        "careers:best_companies",
        "Best companies",
        "best employers, ranking, best paying companies",
    ),
)


class Term(NamedTuple):
    """A row of `SearchTerm`, in the order of its columns."""

    kind: str
    tier: int
    is_reported: bool
    text: str
    key: str
    tokens: str
    length: int
    title: str
    path: str
    weight: int
    object_id: int
    occupation_id: int | None


def name_term(
    kind, tier, text, title, path, object_id, weight=0, occupation_id=None, is_reported=False
) -> Term:
    found = named(text)
    return Term(
        kind,
        tier,
        is_reported,
        text[:MAX_KEY],
        " ".join(found)[:MAX_KEY],
        tokens(text, found),
        min(len(found), NO_NAME - 1),
        title[:MAX_KEY],
        path,
        weight or 0,
        object_id,
        occupation_id,
    )


def all_terms() -> Iterator[Term]:
    for make in (occupations, places, industries, majors, companies, pages):
        yield from make()


def occupations(only: int | None = None) -> Iterator[Term]:
    """Titles, other titles and texts of the listed occupations, or of one."""
    chosen = Occupation.objects.listed() if only is None else Occupation.objects.listed().filter(pk=only)
    rows = {
        row.pk: row for row in chosen.only("title", "plural_title", "slug", "soc_code", "closest_occupation")
    }
    scope = {} if only is None else {"occupation_id": only}
    weights = _employment("occupation_id", area__code=Area.NATION_CODE, **scope)
    paths = _paths("careers:occupation", {pk: row.slug for pk, row in rows.items()})

    def term(pk, tier, text, is_reported=False):
        title = rows[pk].title
        return name_term(Kind.OCCUPATION, tier, text, title, paths[pk], pk, weights.get(pk), pk, is_reported)

    seen = set()
    for pk, row in rows.items():
        for title in filter(None, (row.title, row.plural_title)):
            seen.add((pk, title.casefold()))
            yield term(pk, Tier.TITLE, title)
        if row.soc_code:
            yield term(pk, Tier.ALTERNATE, row.soc_code)
    others = (
        AlternateTitle.objects.current()
        if only is None
        else AlternateTitle.objects.current().filter(occupation_id=only)
    )
    # "reported" before "alternate": of the same title twice, the one that people in it gave.
    for pk, kind, title, short in others.order_by("-kind", "id").values_list(
        "occupation_id", "kind", "title", "short_title"
    ):
        for text in (title, short):
            if text and pk in rows and (pk, text.casefold()) not in seen:
                seen.add((pk, text.casefold()))
                yield term(pk, Tier.ALTERNATE, text, kind == AlternateTitle.Kind.REPORTED)
    for pk, label, text in _texts(only):
        if pk in rows:
            found = words(text)
            yield Term(
                Kind.OCCUPATION, Tier.TEXT, False, label, "", tokens(text, found), NO_NAME,
                rows[pk].title[:MAX_KEY], paths[pk], weights.get(pk) or 0, pk, pk,
            )  # fmt: skip


def _texts(only: int | None) -> Iterator[tuple[int, str, str]]:
    """Editors' summaries, tasks where the operator imported them, and the majors that lead there."""
    # Tasks are O*NET's own sentences: they are looked through, and never shown here.
    sources = (
        (IN_SUMMARY, OccupationText.objects.filter(status=Status.PUBLISHED), "summary"),
        (IN_TASKS, TaskStatement.objects.current(), "text"),
        (IN_MAJORS, MajorRoute.objects.current().exclude(major__code=Major.NONE_CODE), "major__title"),
    )
    for label, rows, column in sources:
        chosen = rows if only is None else rows.filter(occupation_id=only)
        for pk, text in chosen.order_by("pk").values_list("occupation_id", column):
            yield pk, label, words_of_markdown(text) if label == IN_SUMMARY else text


def places(only: int | None = None) -> Iterator[Term]:
    chosen = Area.objects.all() if only is None else Area.objects.filter(pk=only)
    scope = {} if only is None else {"area_id": only}
    weights = _employment("area_id", occupation__level=Occupation.Level.TOTAL, **scope)
    rows = {area.pk: area for area in chosen.order_by("pk")}
    paths = _paths("careers:place", {pk: area.slug for pk, area in rows.items()})
    for pk, area in rows.items():
        yield name_term(Kind.PLACE, Tier.TITLE, area.name, area.name, paths[pk], pk, weights.get(pk))


def industries(only: int | None = None) -> Iterator[Term]:
    chosen = Industry.objects.all() if only is None else Industry.objects.filter(pk=only)
    total = {"area__code": Area.NATION_CODE, "occupation__level": Occupation.Level.TOTAL}
    counted = WageEstimate.objects.current().filter(industry__in=chosen, **total)
    weights = dict(counted.values_list("industry_id", "employment"))
    rows = {industry.pk: industry for industry in chosen.order_by("pk")}
    paths = _paths("careers:industry", {pk: industry.slug for pk, industry in rows.items()})
    for pk, industry in rows.items():
        yield name_term(
            Kind.INDUSTRY, Tier.TITLE, industry.name, industry.name, paths[pk], pk, weights.get(pk)
        )


def majors(only: int | None = None) -> Iterator[Term]:
    """Fields of study, found by the names of their majors too; a major without a field has no page."""
    chosen = FieldOfStudy.objects.all() if only is None else FieldOfStudy.objects.filter(pk=only)
    own = Major.objects.all() if only is None else Major.objects.filter(field_id=only)
    fields = {field.pk: field for field in chosen.order_by("pk")}
    # The careers that it leads to, which are found by it.
    careers = address_of("careers:list")
    paths = {pk: f"{careers}?{urlencode({'q': field.title})}" for pk, field in fields.items()}
    for pk, field in fields.items():
        yield name_term(Kind.MAJOR, Tier.TITLE, field.title, field.title, paths[pk], pk)
    for pk, title in own.order_by("pk").values_list("field_id", "title"):
        if pk in fields and title.casefold() != fields[pk].title.casefold():
            yield name_term(Kind.MAJOR, Tier.ALTERNATE, title, fields[pk].title, paths[pk], pk)


def companies(only: int | None = None) -> Iterator[Term]:
    """Companies, found by their other names too."""
    # Before or after their time too: that is looked at when one searches. The words of drafts are nowhere.
    chosen = Company.objects.filter(status=Status.PUBLISHED, **({} if only is None else {"pk": only}))
    others = CompanyName.objects.all() if only is None else CompanyName.objects.filter(company_id=only)
    rows = {company.pk: company for company in chosen.order_by("pk").only("name", "slug")}
    paths = _paths("careers:company", {pk: company.slug for pk, company in rows.items()})
    seen = {(pk, company.name.casefold()) for pk, company in rows.items()}
    for pk, company in rows.items():
        yield name_term(Kind.COMPANY, Tier.TITLE, company.name, company.name, paths[pk], pk)
    for pk, name in others.order_by("pk").values_list("company_id", "name"):
        if pk in rows and (pk, name.casefold()) not in seen:
            seen.add((pk, name.casefold()))
            yield name_term(Kind.COMPANY, Tier.ALTERNATE, name, rows[pk].name, paths[pk], pk)


def pages() -> Iterator[Term]:
    for number, (name, title, others) in enumerate(PAGES, start=1):
        try:
            path = reverse(name)
        except NoReverseMatch:  # an installation without that app
            continue
        yield name_term(Kind.PAGE, Tier.TITLE, title, title, path, number)
        for other in others.split(", "):
            yield name_term(Kind.PAGE, Tier.ALTERNATE, other, title, path, number)


def _employment(column: str, **scope) -> dict[int, int]:
    """People employed by occupation or area, in all industries together."""
    counted = WageEstimate.objects.current().cross_industry().filter(**scope).order_by()
    return dict(counted.values_list(column).annotate(Sum("employment")))


def _paths(name: str, slugs: dict[int, str]) -> dict[int, str]:
    """Addresses of many pages of one kind; `reverse` for each would take longer than all the rest."""
    stand_in = "slug"
    before, _, after = reverse(name, args=[stand_in]).rpartition(stand_in)
    return {pk: f"{before}{slug}{after}" for pk, slug in slugs.items()}
