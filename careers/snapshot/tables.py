"""Which tables the snapshot has, and how their rows name what they belong to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models
from django.db.models import Q

from careers import models as m

from .companies import known_companies

FOLDER = Path(__file__).resolve().parent.parent / "data" / "snapshot"
MANIFEST = "manifest.json"
RECEIPT_NAME = "snapshot"  # the importer that a receipt names for what came with a snapshot

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Table:
    """How a model stands in the snapshot: its natural key first, then its other columns.

    A column is a field name, or for a foreign key `name>field` with the field of the other model
    that identifies it there; `release` is always written as `source slug/label`. A row is
    recognised by the first of the columns `lasting` that it has, where there are any: an editor may
    give it another address. Where `known_by` is given, so many columns of the key are enough to know a
    row by, and what an editor changed of the others stays; `finder` makes a function that knows a row by
    its first two columns in other ways. A model that its publisher fills from several files has a table
    for the `part` of each, which `scope` picks out: releases come into force part by part.
    """

    model: type[models.Model]
    key: tuple[str, ...]
    values: tuple[str, ...]
    only: Q = field(default_factory=Q)
    lasting: tuple[str, ...] = ()
    known_by: int = 0
    finder: Callable[[], Callable[[str, str], int | None]] | None = None
    part: str = ""
    scope: Q = field(default_factory=Q)

    @property
    def file(self) -> str:
        return f"{'-'.join(filter(None, [self.model._meta.model_name, self.part]))}.csv.xz"

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.key, *self.values)

    @property
    def is_figure(self) -> bool:
        return issubclass(self.model, m.Published)


def _figures(
    model: type[m.Published], key: tuple[str, ...], values: tuple[str, ...], only: Q | None = None, **parts
) -> Table:
    """Facts in force; the key leads with the release, so that rows of one release stand together."""
    missing = ("missing",) if issubclass(model, m.Figure) else ()
    chosen = Q(is_current=True) & (only or Q()) & parts.get("scope", Q())
    return Table(model, ("release", *key), (*values, *missing), chosen, **parts)


def _of_occupation(
    model: type[m.Published], key: tuple[str, ...], values: tuple[str, ...], only: Q | None = None, **parts
) -> Table:
    # The slug of a job title is its natural key; of a SOC occupation the slug is unique just as well.
    return _figures(model, ("occupation>slug", *key), values, only, **parts)


# In the order in which they can be loaded. Detailed industries and occupation groups stay out of the
# pay table: they are two fifths of it, and no page shows them. The total of all occupations stays: what
# is common in a place or an industry is judged against it.
PAID_LEVELS = (*m.Occupation.LISTED_LEVELS, m.Occupation.Level.TOTAL)
PAY_LEVELS = (m.Industry.Level.ALL, m.Industry.Level.OWNERSHIP, m.Industry.Level.SECTOR)
HEALTH = Q(occupation__soc_code__startswith="29-")
TABLES = (
    Table(
        m.Source,
        ("slug",),
        (
            "name",
            "short_name",
            "publisher",
            "url",
            "licence",
            "licence_url",
            "note",
            "attribution",
            "states_area",
        ),
    ),
    Table(
        m.Release,
        ("source>slug", "label"),
        ("period_end", "published_on", "url", "checksum", "top_code_hourly", "top_code_annual"),
    ),
    # Whose files the snapshot was made from, and which rows they could not give.
    Table(
        m.ImportReceipt,
        ("release", "importer", "checksum"),
        (
            "file_name",
            "started_at",
            "finished_at",
            "created",
            "updated",
            "unchanged",
            "retired",
            "rejected",
            "rejections",
            "warnings",
        ),
        Q(created__gt=0) & ~Q(importer=RECEIPT_NAME),
    ),
    Table(m.Area, ("code",), ("kind", "name", "slug", "state>code")),
    Table(
        m.Industry,
        ("code",),
        ("title", "slug", "level"),
        Q(level__in=PAY_LEVELS) | Q(pk__in=m.Company.objects.exclude(industry=None).values("industry")),
    ),
    Table(
        m.Occupation,
        ("slug",),
        (
            "title",
            "plural_title",
            "level",
            "soc_code",
            "parent>slug",
            "major_group>slug",
            "closest_occupation>slug",
        ),
        lasting=("soc_code", "title"),
    ),
    Table(
        m.OccupationText,
        ("occupation>slug",),
        ("summary",),
        Q(occupation__level="job_title", status=m.Status.PUBLISHED),
    ),
    Table(
        m.Company,
        ("name",),
        (
            "slug",
            "website",
            "industry>code",
            "headquarters",
            "headquarters_area>code",
            "size",
            "founded",
            "summary",
            "facts_source",
            "facts_source_url",
        ),
        finder=known_companies,
    ),
    # A key that the database has stays with the company that has it, in whatever spelling.
    Table(m.CompanyName, ("key", "kind", "name", "company>name"), ("release",), known_by=1),
    Table(m.CompanyIdentifier, ("scheme", "value"), ("company>name",)),
    Table(m.Skill, ("slug",), ("name", "kind", "element_id"), lasting=("element_id",)),
    Table(m.FieldOfStudy, ("code",), ("title", "slug", "census_major")),
    Table(m.Major, ("code",), ("title", "field>code")),
    Table(m.College, ("unit_id",), ("name", "slug", "state>code", "control")),
    _of_occupation(
        m.WageEstimate,
        ("area>code", "industry>code"),
        m.WageEstimate.EXPLAINED,
        Q(occupation__level__in=PAID_LEVELS, industry__level__in=PAY_LEVELS),
    ),
    _of_occupation(m.Projection, (), m.Projection.EXPLAINED),
    _of_occupation(m.EducationShare, ("attainment",), ("percent", "is_group")),
    _of_occupation(m.AgeEstimate, ("statistic",), ("years", "group_title")),
    *(
        _of_occupation(
            m.DemographicShare,
            ("characteristic", "category", "is_fallback"),
            ("position", "percent", "group_title", "parts"),
            part=characteristic.value,
            scope=Q(characteristic=characteristic),
        )
        for characteristic in m.DemographicShare.Characteristic
    ),
    *(
        _of_occupation(
            m.SkillRating,
            ("skill>slug",),
            ("rank", "importance", "importance_se", "level", "level_se", "parts"),
            part=kind.value,
            scope=Q(skill__kind=kind),
        )
        for kind in m.Skill.Kind
    ),
    _of_occupation(m.PreparationShare, ("scale", "category"), ("percent", "standard_error", "parts")),
    _of_occupation(m.JobZone, (), ("lowest", "highest", "parts")),
    _of_occupation(m.InterestRating, ("interest",), ("rating", "parts")),
    # O*NET's descriptions and tasks are sentences of its own: they come with an operator's import.
    _of_occupation(m.OnetOccupation, ("code",), ("title",)),
    *(
        _of_occupation(
            m.AlternateTitle, ("kind", "title"), ("short_title",), part=kind.value, scope=Q(kind=kind)
        )
        for kind in m.AlternateTitle.Kind
    ),
    _of_occupation(m.TechnologySkill, ("name", "category"), ("is_hot", "is_in_demand")),
    _of_occupation(m.RelatedOccupation, ("related>slug",), ("tier", "rank")),
    _of_occupation(m.MajorRoute, ("major>code",), ()),
    _figures(m.Program, ("field>code", "college>unit_id", "credential"), ("completers",)),
    _figures(m.MajorEarnings, ("census_major",), ("title", "category", "employed", "median", "p25", "p75")),
    *(
        _figures(m.PriceParity, ("area>code",), ("index",), part=kind.value, scope=Q(area__kind=kind))
        for kind in m.Area.Kind
    ),
    _figures(m.CensusOccupation, ("vintage", "code"), ("title", "soc_codes")),
    _figures(
        m.CompanyListing,
        ("company>name",),
        ("sector", "sub_industry", "headquarters", "headquarters_area>code", "founded"),
    ),
    # Releases that hold one major group alone come into force for that group.
    *(
        _figures(
            m.EmployerPay,
            ("company>name", "occupation>slug", "area>code"),
            ("offers", *m.EmployerPay.EXPLAINED),
            part=part,
            scope=scope,
        )
        for part, scope in (("health", HEALTH), ("other", ~HEALTH))
    ),
    _of_occupation(m.StatedFact, ("topic",), ("text", "low", "high", "company>name")),
)
