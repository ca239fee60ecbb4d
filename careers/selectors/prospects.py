"""Occupations together with what there is one of each in force: the projection and the job zone."""

from collections.abc import Iterable, Sequence

from django.db.models import FilteredRelation, Q, QuerySet, Value

from careers.models import Occupation


def with_prospects(occupations: QuerySet[Occupation]) -> QuerySet[Occupation]:
    """The same occupations, read with the `outlook` and `zone` of each.

    Without a row, the relation of a query is no attribute at all.
    """
    return occupations.annotate(
        outlook=FilteredRelation("projections", condition=Q(projections__is_current=True)),
        zone=FilteredRelation("job_zones", condition=Q(job_zones__is_current=True)),
        knows_prospects=Value(True),
    ).select_related("outlook__release__source", "zone__release__source")


def known(occupations: Sequence[Occupation]) -> Iterable[Occupation]:
    """The same occupations with their prospects: as they are where read so, else by one query."""
    if all(hasattr(occupation, "knows_prospects") for occupation in occupations):
        return occupations
    return with_prospects(Occupation.objects.filter(pk__in=[occupation.pk for occupation in occupations]))
