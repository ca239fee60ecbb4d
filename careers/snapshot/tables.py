"""Which tables the snapshot has, and how their rows name what they belong to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models
from django.db.models import Q

from careers import models as m

FOLDER = Path(__file__).resolve().parent.parent / "data" / "snapshot"
MANIFEST = "manifest.json"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Table:
    """How a model stands in the snapshot: its natural key first, then its other columns.

    A column is a field name, or for a foreign key `name>field` with the field of the other model
    that identifies it there; `release` is always written as `source slug/label`. A row is
    recognised by the first of the columns `lasting` that it has, where there are any: an editor may
    give it another address.
    """

    model: type[models.Model]
    key: tuple[str, ...]
    values: tuple[str, ...]
    only: Q = field(default_factory=Q)
    lasting: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.model._meta.model_name}.csv.xz"

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.key, *self.values)

    @property
    def is_figure(self) -> bool:
        return issubclass(self.model, m.Figure)


def _figures(
    model: type[m.Figure], key: tuple[str, ...], values: tuple[str, ...], only: Q | None = None
) -> Table:
    # The slug of a job title is its natural key; of a SOC occupation the slug is unique just as well.
    return Table(
        model,
        ("release", "occupation>slug", *key),
        (*values, "missing"),
        Q(is_current=True) & (only or Q()),
    )


# In the order in which they can be loaded. Detailed industries and occupation groups stay out of the
# pay table: they are two fifths of it, and no page shows them.
PAY_LEVELS = (m.Industry.Level.ALL, m.Industry.Level.OWNERSHIP, m.Industry.Level.SECTOR)
TABLES = (
    Table(
        m.Source,
        ("slug",),
        ("name", "short_name", "publisher", "url", "licence", "licence_url", "note", "states_area"),
    ),
    Table(
        m.Release,
        ("source>slug", "label"),
        ("period_end", "published_on", "url", "checksum", "top_code_hourly", "top_code_annual"),
    ),
    Table(m.Area, ("code",), ("kind", "name", "slug", "state>code")),
    Table(m.Industry, ("code",), ("title", "slug", "level"), Q(level__in=PAY_LEVELS)),
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
    Table(m.OccupationText, ("occupation>slug",), ("summary",), Q(occupation__level="job_title")),
    Table(m.Company, ("name",), ("slug", "website")),
    Table(m.Skill, ("name",), ("slug",)),
    _figures(
        m.WageEstimate,
        ("area>code", "industry>code"),
        m.WageEstimate.EXPLAINED,
        Q(occupation__level__in=m.Occupation.LISTED_LEVELS, industry__level__in=PAY_LEVELS),
    ),
    _figures(m.Projection, (), m.Projection.EXPLAINED),
    _figures(m.EducationShare, ("attainment",), ("percent",)),
    _figures(m.AgeEstimate, ("statistic",), ("years", "group_title")),
    _figures(m.DemographicShare, ("characteristic", "category"), ("position", "percent", "group_title")),
    _figures(m.SkillRating, ("skill>name",), ("rank", "importance", "level")),
    _figures(m.StatedFact, ("topic",), ("text", "low", "high", "company>name")),
)
