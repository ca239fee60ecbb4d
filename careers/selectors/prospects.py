"""Occupations together with what there is one of each in force: projection, job zone and ages."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet, Value

from careers.models import AgeEstimate, Occupation, StatedFact

AGES = {"median_age": AgeEstimate.Statistic.MEDIAN.value, "mean_age": AgeEstimate.Statistic.MEAN.value}


def with_prospects(occupations: QuerySet[Occupation]) -> QuerySet[Occupation]:
    """The same occupations, read with the `outlook`, `zone`, `median_age` and `mean_age` of each.

    Without a row, the relation of a query is no attribute at all. `is_stated_of` says whether a source states
    facts of it outright, which is so of few.
    """
    return occupations.annotate(
        outlook=FilteredRelation("projections", condition=Q(projections__is_current=True)),
        zone=FilteredRelation("job_zones", condition=Q(job_zones__is_current=True)),
        **{name: _age(statistic) for name, statistic in AGES.items()},
        is_stated_of=Exists(StatedFact.objects.current().filter(occupation=OuterRef("pk"))),
        knows_prospects=Value(True),
    ).select_related(*(f"{name}__release__source" for name in ("outlook", "zone", *AGES)))


def known(occupations: Sequence[Occupation]) -> Iterable[Occupation]:
    """The same occupations with their prospects: as they are where read so, else by one query."""
    if all(hasattr(occupation, "knows_prospects") for occupation in occupations):
        return occupations
    return with_prospects(Occupation.objects.filter(pk__in=[occupation.pk for occupation in occupations]))


def ages(occupation: Occupation) -> list[AgeEstimate]:
    """The ages of an occupation that was read with its prospects."""
    return [age for name in AGES if (age := getattr(occupation, name, None))]


def _age(statistic: str) -> FilteredRelation:
    in_force = Q(age_estimates__is_current=True, age_estimates__statistic=statistic)
    return FilteredRelation("age_estimates", condition=in_force)
