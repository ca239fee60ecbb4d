"""Several companies that turn out to be one: all that hangs on the others goes to the one that stays."""

from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import UniqueConstraint

from careers.desk import merged
from careers.employers import key
from careers.models import Company, CompanyName, EmployerPay, MergedCompany
from careers.search import following

Kind = CompanyName.Kind


@dataclass(frozen=True, slots=True)
class Merger:
    """How many rows could not go along, and what became of corrections."""

    dropped: int
    told: list[str]


@transaction.atomic
def merge(into: Company, others: list[Company]) -> Merger:
    """Merge the others into one, and delete them.

    Of what the database allows a company once, the one that stays keeps its own; of pay for the same
    occupation and area, that of more offers stays until the release is imported again. The names that the
    others went by become names of the one, so that every import to come finds it by them. Corrections go
    with their figures, reports and versions with their company, and addresses lead to the one.
    """
    dropped, following_corrections = 0, merged.Following(into, others)
    for relation in Company._meta.related_objects:
        dropped += _move(relation.related_model, relation.field, into, others)
    merged.move_reports(into, others)
    merged.move_log(into, others)
    for other in others:
        _keep_name(into, other)
        known_as = {"company": into, "was": other.pk, "name": other.name}
        MergedCompany.objects.update_or_create(slug=other.slug, defaults=known_as)
        other.delete()
    told = following_corrections.put_on()
    following.refresh(Company.objects.filter(pk=into.pk))
    return Merger(dropped, told)


def _move(model: type[models.Model], field: models.ForeignKey, into: Company, others: list[Company]) -> int:
    rows = model._base_manager.filter(**{f"{field.name}__in": others})
    once = [
        constraint
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and field.name in constraint.fields
    ]
    if not once and not field.unique:
        rows.update(**{field.name: into})
        return 0
    dropped = 0
    for row in rows.order_by(*(["-offers"] if model is EmployerPay else []), "pk"):
        mine = model._base_manager.filter(**{field.name: into})
        same = mine.first() if field.unique else _same(row, mine, field, once)
        if same is None:
            _leave_force(row, mine, field, once)
            setattr(row, field.attname, into.pk)
            row.save()
            continue
        if model is EmployerPay and row.offers > same.offers:
            row, same = same, row
            row.delete()
            setattr(same, field.attname, into.pk)
            same.save()
        else:
            row.delete()
        dropped += 1
    return dropped


def _same(row, mine, field, once):
    """The row of the one that stays which rules this one out, in force or not."""
    for constraint in once:
        if constraint.condition is None:
            names = [name for name in constraint.fields if name != field.name]
            if same := mine.filter(**{name: getattr(row, name) for name in names}).first():
                return same
    return None


def _leave_force(row, mine, field, once) -> None:
    """Of figures from several releases one is in force: that of the company that stays."""
    for constraint in once:
        if constraint.condition is not None and getattr(row, "is_current", False):
            names = [name for name in constraint.fields if name != field.name]
            if mine.filter(constraint.condition, **{name: getattr(row, name) for name in names}).exists():
                row.is_current = False


def _keep_name(into: Company, other: Company) -> None:
    own = key(other.name)
    if not own or into.names.filter(name=other.name).exists():
        return
    is_taken = CompanyName.objects.filter(key=own, kind__in=CompanyName.IDENTIFYING).exists()
    kind = Kind.TRADE if is_taken else Kind.LEGAL
    CompanyName.objects.create(company=into, name=other.name, kind=kind, key=own)
