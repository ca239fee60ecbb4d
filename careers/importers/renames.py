"""What an import makes of names that figures hang on, kept with its release so that a rollback undoes it.

A name that was changed gets its former value back, unless somebody changed it since. Rows that were made
stay, as figures out of force hang on them; companies of which nothing else is known leave the site.
"""

from copy import deepcopy

from django.apps import apps
from django.db import models

from careers.models import (
    Area,
    College,
    Company,
    FieldOfStudy,
    Industry,
    Major,
    Occupation,
    Release,
    Skill,
    Status,
)

from . import force

NAMED = (Occupation, Area, Industry, FieldOfStudy, Major, College, Skill)
MADE, ARCHIVED = "companies made", "companies archived"
# By model, then by primary key, the values of its columns.
Rows = dict[str, dict[int, dict[str, object]]]


def remember() -> tuple[Rows, int]:
    """All names as they are, and the key of the newest company."""
    newest = Company.objects.aggregate(models.Max("pk"))["pk__max"] or 0
    return {model._meta.label_lower: _values(model) for model in NAMED}, newest


def record(release: Release, before: tuple[Rows, int]) -> None:
    """Keep what became of the names since; what an earlier import of the release changed stays kept."""
    rows, newest = before
    kept = deepcopy(release.renamed or {})
    for model in NAMED:
        label = model._meta.label_lower
        for key, values in _values(model).items():
            was = rows[label].get(key, values)
            for name in (name for name in values if values[name] != was[name]):
                fields = kept.setdefault(label, {}).setdefault(str(key), {})
                fields[name] = [fields.get(name, [was[name]])[0], values[name]]
    made = list(Company.objects.filter(pk__gt=newest).order_by("pk").values_list("pk", flat=True))
    kept[MADE] = force.as_ranges(sorted({*made, *force.keys(kept.get(MADE, []))}))
    _archived(kept).update(status=Status.PUBLISHED)  # it comes again after its rollback
    kept.pop(ARCHIVED, None)
    if kept != release.renamed:
        release.renamed = kept
        release.save(update_fields=["renamed"])


def back(release: Release) -> int:
    """Give names their former values back; call it when its figures are out of force. How many changed."""
    kept = release.renamed or {}
    done = _put(kept, new=0)
    lone = Company.objects.filter(
        pk__in=list(force.keys(kept.get(MADE, []))),
        status=Status.PUBLISHED,
        summary="",
        postings=None,
        assessments=None,
    )
    for model in force.published_models():
        if any(field.name == "company" for field in model._meta.concrete_fields):
            lone = lone.exclude(pk__in=model.objects.current().exclude(company=None).values("company"))
    keys = list(lone.order_by("pk").values_list("pk", flat=True))
    Company.objects.filter(pk__in=keys).update(status=Status.ARCHIVED)
    release.renamed = {**kept, ARCHIVED: force.as_ranges(keys)}
    return done + len(keys)


def forward(release: Release) -> int:
    kept = release.renamed or {}
    return _put(kept, new=1) + _archived(kept).update(status=Status.PUBLISHED)


def _archived(kept: dict) -> models.QuerySet[Company]:
    keys = list(force.keys(kept.get(ARCHIVED, [])))
    return Company.objects.filter(pk__in=keys, status=Status.ARCHIVED)


def _put(kept: dict, new: int) -> int:
    """Of each change [former, later], set the one; where somebody else set a third, that stays."""
    done = 0
    for label, rows in kept.items():
        if label in (MADE, ARCHIVED):
            continue
        model = apps.get_model(label)
        for key, fields in rows.items():
            for name, pair in fields.items():
                found = model.objects.filter(pk=key, **{name: pair[1 - new]})
                done += found.update(**{name: pair[new]})
    return done


def _values(model: type[models.Model]) -> dict[int, dict[str, object]]:
    names = [
        field.attname
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.ForeignKey | models.BooleanField)
    ]
    return {row.pop("pk"): row for row in model.objects.order_by().values("pk", *names)}
