"""The colleges that graduate most in the majors related to an occupation."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connections, router
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import Mark, computed, mark
from careers.models import Program

from . import releases
from .cells import Cell, build, unrecorded
from .credentials import COUNTED, OPEN, counted, in_words

NATION = "United States"
NONE_RELATED = gettext_lazy("The crosswalk of majors and occupations relates no major to this occupation.")
LISTED = 5

# Fields are made distinct before their programs are added up: several majors of one field are related.
# Programs are found by the index of what is in force, which leads with the field.
RANKING = """\
WITH counted (entry, credential) AS (VALUES {levels}),
fields AS (
    SELECT DISTINCT r.occupation_id, m.field_id
    FROM careers_majorroute AS r JOIN careers_major AS m ON m.id = r.major_id
    WHERE r.is_current AND r.occupation_id IN ({ids})
),
asked AS (
    SELECT o.id AS occupation_id, c.credential
    FROM careers_occupation AS o
    LEFT JOIN careers_projection AS j ON j.occupation_id = o.id AND j.is_current
    JOIN counted AS c ON c.entry = CASE WHEN j.entry_education IN ({own}) THEN j.entry_education ELSE '' END
    WHERE o.id IN ({ids})
),
totals AS (
    SELECT f.occupation_id, p.college_id, SUM(p.completers) AS people, MIN(p.release_id) AS release_id,
        MAX(CAST(p.corrected AS text)) AS corrected
    FROM fields AS f
    JOIN asked AS a ON a.occupation_id = f.occupation_id
    JOIN careers_program AS p ON p.field_id = f.field_id AND p.credential = a.credential
    WHERE p.is_current AND p.completers > 0
    GROUP BY f.occupation_id, p.college_id
),
ranked AS (
    SELECT t.*, ROW_NUMBER() OVER (
        PARTITION BY t.occupation_id ORDER BY t.people DESC, t.college_id
    ) AS place
    FROM totals AS t
)
SELECT r.occupation_id, c.name, c.slug, a.name, r.people, j.entry_education, r.corrected, {release}
FROM ranked AS r
JOIN careers_release AS release ON release.id = r.release_id
JOIN careers_source AS source ON source.id = release.source_id
JOIN careers_college AS c ON c.id = r.college_id
LEFT JOIN careers_area AS a ON a.id = c.state_id
LEFT JOIN careers_projection AS j ON j.occupation_id = r.occupation_id AND j.is_current
WHERE r.place <= {listed:d}
ORDER BY r.occupation_id, r.place
"""


@dataclass(frozen=True, slots=True)
class RelatedCollege:
    name: str
    slug: str
    state: str  # '' where it is not known
    completers: Cell


@dataclass(frozen=True, slots=True)
class RelatedColleges:
    """The colleges with most completers in related fields, at most five; `cell` names the first."""

    cell: Cell
    colleges: tuple[RelatedCollege, ...] = ()
    counted: str = ""  # in words: which credentials


def related_colleges(occupation_ids: Iterable[int]) -> dict[int, RelatedColleges]:
    """By occupation, for each of them; one query for any number. Counted is what `credentials` says."""
    ids = list(occupation_ids)
    rows = _ranking(ids) if ids else []
    found: dict[int, list[tuple]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return {pk: _of_occupation(found[pk]) if pk in found else _nothing() for pk in ids}


def completers_mark(corrected: str | None) -> Mark | None:
    """Of a sum of programs, by what one of them keeps of its corrections; None where none has any."""
    return mark(Program(corrected=json.loads(corrected)), "completers") if corrected else None


def _ranking(ids: list[int]) -> list[tuple]:
    levels = [("", credential) for credential in OPEN]
    levels += [(entry, credential) for entry, credentials in COUNTED.items() for credential in credentials]
    statement = RANKING.format(
        levels=", ".join(["(%s, %s)"] * len(levels)),
        ids=", ".join(["%s"] * len(ids)),
        own=", ".join(["%s"] * len(COUNTED)),
        listed=LISTED,
        release=releases.COLUMNS,
    )
    parameters = [str(value) for level in levels for value in level]
    with connections[router.db_for_read(Program)].cursor() as cursor:
        cursor.execute(statement, [*parameters, *ids, *COUNTED, *ids])
        return cursor.fetchall()


def _of_occupation(rows: list[tuple]) -> RelatedColleges:
    words = in_words(counted(rows[0][5]))
    note = _("Counted: {words} in all related majors.").format(words=words)
    colleges = tuple(
        RelatedCollege(
            name,
            slug,
            state or "",
            build(
                "completers",
                people,
                formatting.count(people),
                releases.release_of(release),
                area=state or "",
                note=note,
                corrected=computed([(_("one of its programs"), completers_mark(corrected))]),
            ),
        )
        for __, name, slug, state, people, __, corrected, *release in rows
    )
    first = colleges[0]
    return RelatedColleges(
        build(
            "related_college",
            first.name,
            first.name,
            releases.release_of(rows[0][7:]),
            area=NATION,
            note=_("{completers} awards in a year. {note} Where its graduates work is not known.").format(
                completers=first.completers.text, note=note
            ),
            corrected=computed((college.name, college.completers.corrected) for college in colleges),
        ),
        colleges,
        words,
    )


def _nothing() -> RelatedColleges:
    reason = _("{none_related}, or no college awards the credential in one.").format(
        none_related=NONE_RELATED[:-1]
    )
    return RelatedColleges(
        replace(unrecorded("related_college"), reason=reason, reason_code="not_applicable")
    )
