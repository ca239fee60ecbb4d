"""Corrections of published figures: made, put on the rows in force, kept through imports, withdrawn.

A corrected value stands in the figure's own row, so that every page, filter and ranking works with it; the
publisher's stands beside it in the row's `corrected`. An import lifts the corrections of its source first
and puts them on again at its end: what it counts as changed is what its publisher changed.
"""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careers.corrected import as_published, in_words, label, put, value_of
from careers.models import Correction, Figure, Industry, Release, Source, StatedFact

from .patience import at_once, taken
from .values import as_text

Ending = Correction.Ending
SAME = _("That is what the publisher gives: there is nothing to correct.")
NOT_IN_FORCE = _("Only a figure in force can be corrected: nobody sees this one.")
REPLACED = _("Replaced by a newer correction.")
MOST_SAID = Correction._meta.get_field("about").max_length
AGREED = _("{figure}: the publisher now gives {now} itself; the correction has ended.")
KEPT = _("{figure}: the publisher now gives {now}; the correction to {ours} is kept.")
MISFIT = _("{figure}: the correction no longer fits and waits. {why}")
GONE = _("the figure is no longer there; the correction waits for it.")


def correctable(model: type[Figure]) -> tuple[str, ...]:
    """The values of a figure that a publisher gives, and an editor may correct."""
    return ("low", "high", "text") if model is StatedFact else model.EXPLAINED


def key_of(row: Figure) -> dict[str, object]:
    """What makes it this figure in whatever release, by column."""
    once = next(
        constraint
        for constraint in row._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.condition is not None
    )
    names = [row._meta.get_field(name).attname for name in once.fields]
    return {name: getattr(row, name) for name in sorted(names)}


def key_text(key: dict[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(key.items()))


def of_row(row: Figure):
    """The corrections in force of a figure."""
    kind = ContentType.objects.get_for_model(row)
    return Correction.objects.in_force().filter(figure=kind, key_text=key_text(key_of(row)))


class Changed(Exception):
    """The value is no longer as it was seen."""


@at_once
def correct(row: Figure, field: str, value, reason: str, evidence: str, user, evidence_url="", seen=None):
    """Correct one value of a figure in force; returns the correction.

    `value` is what was typed, or a `Missing` where there is none after all. What does not fit the rest of
    the figure is refused with a `ValidationError` in words. `seen` is what the publisher gave and what
    readers saw when somebody set about it: raises `Changed` where it no longer is so.
    """
    row = _locked(row)
    if field not in correctable(type(row)):
        raise ValidationError(_("This is no figure of a publisher’s."))
    if not row.is_current:
        raise ValidationError(NOT_IN_FORCE)
    text, kept = as_text(row, field, value), row.corrected or {}
    published = kept[field]["published"] if field in kept else value_of(row, field)
    if seen is not None and seen != [published, value_of(row, field)]:
        raise Changed
    if text == published:
        raise ValidationError(SAME)
    key = key_of(row)
    of_row(row).filter(field=field).update(
        ended_at=timezone.now(), ending=Ending.WITHDRAWN, ending_reason=REPLACED
    )
    correction = Correction(
        figure=ContentType.objects.get_for_model(row),
        key=key,
        key_text=key_text(key),
        about=about(row),
        field=field,
        occupation_id=getattr(row, "occupation_id", None),
        source=row.release.source,
        published_value=published,
        value=text,
        reason=reason,
        evidence=evidence,
        evidence_url=evidence_url,
        made_by=user,
    )
    keys = ["made_by", "figure", "source", "occupation"]
    correction.full_clean(exclude=keys, validate_unique=False, validate_constraints=False)
    correction.save()
    _put_on(row, {correction: published})
    _fits(row)
    write(row, [field])
    return correction


@at_once
def withdraw(correction: Correction, user, reason: str = "") -> None:
    """End a correction: the publisher's value is the figure again."""
    rows = list(taken(_corrected_rows(correction)))  # held before the correction is, as an import does
    correction.ended_at, correction.ending = timezone.now(), Ending.WITHDRAWN
    correction.ending_reason = reason
    correction.save(update_fields=["ended_at", "ending", "ending_reason"])
    for row in rows:
        if one := row.corrected.get(correction.field):
            put(row, correction.field, one["published"])
            row.corrected = {name: kept for name, kept in row.corrected.items() if name != correction.field}
            row.corrected = row.corrected or None
            _fits(row)
            write(row, [correction.field])


def row_of(correction: Correction) -> Figure | None:
    """The figure in force that it belongs to."""
    model = correction.figure.model_class()
    rows = model.objects.current().filter(**correction.key, release__source=correction.source_id)
    return rows.select_related("release__source").first()


def stand_by(correction: Correction) -> None:
    """An editor looked at a conflict: the correction holds against what the publisher gives now too."""
    row = row_of(correction)
    if row and (one := (row.corrected or {}).get(correction.field)):
        correction.published_value = one["published"]
    correction.conflicts_with = ""
    correction.save(update_fields=["published_value", "conflicts_with"])


def lift(source: Source | None = None) -> None:
    """Put the publisher's values back where corrections stand, of one source or of all, for an import."""
    for correction in _in_force(source):
        for row in _corrected_rows(correction).select_for_update(of=("self",)):
            fields = list(row.corrected)
            write(as_published(row), fields)


def reapply(release: Release | None = None, model: type[Figure] | None = None) -> list[str]:
    """Put the corrections of a release's source (of all, without one) on the figures now in force.

    What the publisher gives itself by now ends its correction; what it gives otherwise than before is kept
    as corrected and listed as a conflict. Returns what an editor has to be told.
    """
    told = reapply_by_source(release and release.source, model)
    return [line for lines in told.values() for line in lines]


def reapply_by_source(
    source: Source | None = None, model: type[Figure] | None = None
) -> dict[int, list[str]]:
    """What `reapply` tells, by the key of the source."""
    told, by_row = defaultdict(list), defaultdict(list)
    for correction in _in_force(source):
        if model is None or correction.figure.model_class() is model:
            by_row[correction.source_id, correction.figure, correction.key_text].append(correction)
    for (about, *_key), corrections in by_row.items():
        if row := row_of(corrections[0]):
            told[about] += _reapply(as_published(row), corrections)
        else:
            told[about] += [f"{named(one)}: {GONE}" for one in corrections]
    return told


def named(correction: Correction) -> str:
    """Which value it is about: “Registered Nurses (29-1141), Texas: annual mean”."""
    return f"{correction.about}: {label(correction.figure.model_class(), correction.field)}"


def about(row: Figure) -> str:
    """Which figure it is: its key in words, the occupation first."""
    names = [name.removesuffix("_id") for name in key_of(row) if name != "is_fallback"]
    names.sort(key=lambda name: name != "occupation")
    shown = (getattr(row, f"get_{name}_display", lambda name=name: getattr(row, name))() for name in names)
    # The whole of it goes without saying, as on the pages.
    said = [str(one) for one in shown if getattr(one, "code", "") != Industry.ALL_CODE]
    return ", ".join(said)[:MOST_SAID]


def _in_force(source: Source | None) -> list[Correction]:
    corrections = Correction.objects.in_force().select_related("figure").order_by("pk")
    return list(corrections.filter(source=source) if source else corrections)


def _corrected_rows(correction: Correction) -> models.QuerySet[Figure]:
    """The rows that it stands in, be they in force or taken out."""
    source = {"release__source": correction.source_id}
    return correction.figure.model_class().objects.filter(**correction.key, **source, corrected__isnull=False)


def _reapply(row: Figure, corrections: list[Correction]) -> list[str]:
    told, kept = [], {}
    for correction in corrections:
        published, name = value_of(row, correction.field), named(correction)
        now, ours = (in_words(row, correction.field, text) for text in (published, correction.value))
        if published == correction.value:
            correction.ended_at, correction.ending = timezone.now(), Ending.AGREED
            correction.conflicts_with = ""
            told.append(AGREED.format(figure=name, now=now))
        elif published == correction.published_value:
            correction.conflicts_with = ""
            kept[correction] = published
        else:
            correction.conflicts_with = row.release.label
            kept[correction] = published
            told.append(KEPT.format(figure=name, now=now, ours=ours))
        correction.save(update_fields=["ended_at", "ending", "conflicts_with"])
    return told + _put_on_what_fits(row, kept)


def _put_on_what_fits(row: Figure, kept: dict[Correction, str]) -> list[str]:
    """A new release may have figures beside it that a correction no longer fits: it waits then."""
    told, fitting = [], kept
    _put_on(row, kept)
    if kept and _misfit(row):
        fitting = {}
        as_published(row)
        for correction, published in kept.items():
            _put_on(row, {correction: published})
            if why := _misfit(row):
                put(row, correction.field, published)
                row.corrected.pop(correction.field)
                correction.conflicts_with = row.release.label
                correction.save(update_fields=["conflicts_with"])
                told.append(MISFIT.format(figure=named(correction), why=why))
            else:
                fitting[correction] = published
    if fitting:
        write(row, [correction.field for correction in fitting])
    return told


def _put_on(row: Figure, published: dict[Correction, str]) -> None:
    marks = dict(row.corrected or {})
    for correction, before in published.items():
        put(row, correction.field, correction.value)
        marks[correction.field] = {
            "published": before,
            "correction": correction.pk,
            "reason": correction.reason,
            "evidence": correction.evidence,
            "evidence_url": correction.evidence_url,
            "on": timezone.localtime(correction.made_at).date().isoformat(),
        }
    row.corrected = marks or None


def _fits(row: Figure) -> None:
    if why := _misfit(row):
        raise ValidationError(why)


def _misfit(row: Figure) -> str:
    """Which rule of its table the row breaks, '' where none; keys are not looked up for it."""
    keys = {
        field.name for field in row._meta.fields if isinstance(field, models.ForeignKey) or field.primary_key
    }
    checks = [each for each in row._meta.constraints if isinstance(each, CheckConstraint)]
    together = CheckConstraint(condition=Q(*(check.condition for check in checks)), name="together")
    try:
        row.clean_fields(exclude=keys)
        if checks and not _holds(together, row):  # one question for all; each is asked where one is broken
            for check in checks:
                check.validate(type(row), row)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _holds(constraint: CheckConstraint, row: Figure) -> bool:
    try:
        constraint.validate(type(row), row)
    except ValidationError:
        return False
    return True


def _locked(row: Figure) -> Figure:
    return taken(type(row).objects.select_related("release__source")).get(pk=row.pk)


def write(row: Figure, fields: list[str]) -> None:
    """Values of a row, without a look at what is saved of the rest."""
    names = [*fields, "missing", "corrected"]
    type(row).objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in names})
