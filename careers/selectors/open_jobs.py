"""How many jobs of an occupation are on offer, counted in the query that reads the occupation."""

from datetime import date, datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from careers.models import Occupation, Posting


def with_open_jobs(occupations: QuerySet[Occupation], today: date, now: datetime) -> QuerySet[Occupation]:
    """The same occupations, each with its `open_jobs`, and the `sample_jobs` beside them."""
    jobs = Posting.objects.open(today, now)
    return occupations.annotate(
        open_jobs=_number(jobs.real()), sample_jobs=_number(jobs.filter(is_sample=True))
    )


def _number(postings: QuerySet[Posting]) -> Coalesce:
    of_occupation = postings.filter(occupation=OuterRef("pk")).order_by().values("occupation")
    return Coalesce(Subquery(of_occupation.annotate(number=Count("pk")).values("number")), 0)
