"""Majors related to occupations, what they earn, and the colleges that graduate most in them.

Related is what the crosswalk of NCES and BLS relates; no source counts what people in an occupation
studied. Completers are counted at the credentials of `credentials`. Of an occupation that the
crosswalk relates no major to, the cell says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import connections, router
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from careers import formatting
from careers.compiled import compiled_once
from careers.corrected import Mark, computed, mark
from careers.models import (
    Credential,
    Major,
    MajorEarnings,
    MajorRoute,
    Projection,
    Release,
)

from .cells import Cell, absent, build, unrecorded
from .colleges import NATION, NONE_RELATED, completers_mark, related_colleges
from .credentials import counted, in_words
from .releases import COLUMNS, release_of

# Releases are joined after the sums: programs would be grouped by all their words otherwise.
SUMS = """\
SELECT t.field_id, t.credential, t.people, t.corrected, {release}
FROM (
    SELECT p.field_id, p.credential, SUM(p.completers) AS people, MIN(p.release_id) AS release_id,
        MAX(CAST(p.corrected AS text)) AS corrected
    FROM careers_program AS p
    WHERE p.is_current AND p.completers IS NOT NULL
        AND p.field_id IN ({fields}) AND p.credential IN ({credentials})
    GROUP BY p.field_id, p.credential
) AS t
JOIN careers_release AS release ON release.id = t.release_id
JOIN careers_source AS source ON source.id = release.source_id
"""

__all__ = ["related_colleges", "related_earnings", "related_majors"]


@dataclass(frozen=True, slots=True)
class RelatedField:
    """A field of study of four digits with those of its majors that are related; completers in the nation."""

    code: str
    title: str
    slug: str
    census_major: str
    majors: tuple[str, ...]
    completers: Cell


@dataclass(frozen=True, slots=True)
class RelatedMajors:
    """The related fields of an occupation, those with most completers first; `cell` names the first."""

    cell: Cell
    fields: tuple[RelatedField, ...] = ()
    counted: str = ""  # in words: which credentials


@dataclass(frozen=True, slots=True)
class RelatedEarnings:
    """What one Census major earns that holds related fields, of the years in the cells' release."""

    title: str
    fields: tuple[str, ...]
    median: Cell
    range: tuple[int, int] | None  # 25th to 75th percentile


def related_majors(occupation_ids: Iterable[int]) -> dict[int, RelatedMajors]:
    """By occupation, for each of them; two queries for any number."""
    ids = list(occupation_ids)
    found: dict[int, dict[int, list[MajorRoute]]] = defaultdict(lambda: defaultdict(list))
    none: dict[int, Release] = {}
    for route in _routes(ids):
        if route.major.code == Major.NONE_CODE:
            none[route.occupation_id] = route.release
        else:
            found[route.occupation_id][route.major.field_id].append(route)
    entries = {route.entry for fields in found.values() for routes in fields.values() for route in routes}
    sums, releases, marks = _completers(
        {field for fields in found.values() for field in fields},
        {credential for entry in entries for credential in counted(entry)},
    )
    return {
        pk: _of_occupation(found[pk], sums, releases, marks) if pk in found else _nothing(none.get(pk))
        for pk in ids
    }


@compiled_once
def _routes(occupation_ids: Sequence[int]) -> QuerySet[MajorRoute]:
    """Each with the `entry` of its occupation, the education typical at entry."""
    projected = Projection.objects.current().filter(occupation=OuterRef("occupation"))
    return (
        MajorRoute.objects.current()
        .filter(occupation_id__in=occupation_ids)
        .select_related("major__field", "release__source")
        .annotate(entry=Subquery(projected.values("entry_education")[:1]))
        .order_by("occupation_id", "major__code")
    )


def related_earnings(majors: Mapping[int, RelatedMajors]) -> dict[int, tuple[RelatedEarnings, ...]]:
    """Of the fields that `related_majors` gave, in its order; one query."""
    codes = {field.census_major for of in majors.values() for field in of.fields if field.census_major}
    known = {
        earnings.census_major: earnings
        for earnings in MajorEarnings.objects.current()
        .filter(census_major__in=codes)
        .select_related("release__source")
    }
    found = {}
    for pk, of in majors.items():
        titles: dict[str, list[str]] = defaultdict(list)
        for field in of.fields:
            if field.census_major in known:
                titles[field.census_major].append(field.title)
        found[pk] = tuple(_earnings(known[code], fields) for code, fields in titles.items())
    return found


def _completers(
    field_ids: set[int], credentials: set[Credential]
) -> tuple[dict[int, dict[str, int]], dict[int, Release], dict[int, dict[str, Mark | None]]]:
    """The nation's completers by field and credential, the releases by field, and what is corrected."""
    sums: dict[int, dict[str, int]] = defaultdict(dict)
    marks: dict[int, dict[str, Mark | None]] = defaultdict(dict)
    releases = {}
    if not field_ids:
        return sums, releases, marks
    statement = SUMS.format(
        fields=", ".join(["%s"] * len(field_ids)),
        credentials=", ".join(["%s"] * len(credentials)),
        release=COLUMNS,
    )
    with connections[router.db_for_read(Major)].cursor() as cursor:
        cursor.execute(statement, [*field_ids, *map(str, credentials)])
        for field, credential, people, corrected, *release in cursor.fetchall():
            sums[field][credential] = people
            marks[field][credential] = completers_mark(corrected)
            releases[field] = release_of(release)
    return sums, releases, marks


def _of_occupation(by_field: dict[int, list[MajorRoute]], sums, releases, marks) -> RelatedMajors:
    routes = [route for routes in by_field.values() for route in routes]
    credentials = counted(routes[0].entry)
    words = in_words(credentials)
    ranked = []
    for pk, of_field in by_field.items():
        there = [sums[pk][credential] for credential in credentials if credential in sums.get(pk, {})]
        people = sum(there) if there else None
        field = of_field[0].major.field
        if people is None:
            reason = _("No college gives a number of {words} in this field.").format(words=words)
            cell = replace(unrecorded("completers"), reason=reason)
        else:
            note = _("Counted: {words}, all colleges.").format(words=words)
            text = formatting.count(people)
            of_programs = (marks[pk].get(credential) for credential in credentials)
            corrected = computed((_("one of the programs"), one) for one in of_programs)
            said = {"area": NATION, "note": note, "corrected": corrected}
            cell = build("completers", people, text, releases[pk], **said)
        majors = tuple(route.major.title for route in of_field)
        related = RelatedField(field.code, field.title, field.slug, field.census_major, majors, cell)
        ranked.append((-1 if people is None else people, related))
    ranked.sort(key=lambda pair: (-pair[0], pair[1].code))
    fields = tuple(field for __, field in ranked)
    note = _("Related, not counted among its people. Ordered by {words} awarded in a year.").format(
        words=words
    )
    cell = build("related_major", fields[0].title, fields[0].title, routes[0].release, area=NATION, note=note)
    return RelatedMajors(cell, fields, words)


def _nothing(release: Release | None) -> RelatedMajors:
    """`release` of the crosswalk where that says that no major leads there."""
    if release is None:
        return RelatedMajors(unrecorded("related_major"))
    cell = absent("related_major", "not_applicable", release, area=NATION)
    return RelatedMajors(replace(cell, reason=str(NONE_RELATED)))


def _earnings(earnings: MajorEarnings, fields: list[str]) -> RelatedEarnings:
    note = _("Which Census major holds a field is the portal's own reading.")
    said = {"area": NATION, "note": note, "corrected": mark(earnings, "median")}
    if earnings.median is None:
        median = absent("major_earnings", earnings.reason_for("median"), earnings.release, **said)
    else:
        text = formatting.money(earnings.median)
        median = build("major_earnings", earnings.median, text, earnings.release, **said)
    known = earnings.p25 is not None and earnings.p75 is not None
    spread = (earnings.p25, earnings.p75) if known else None
    return RelatedEarnings(earnings.title, tuple(fields), median, spread)
