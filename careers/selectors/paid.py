"""Occupations with what they pay and how many work in them, and no more: for many at once."""

from collections.abc import Sequence

from careers.models import Occupation, StatedFact

from . import placed
from .profile import Profile, pay_range_of
from .stated import stated_cell


def paid(occupations: Sequence[Occupation]) -> list[Profile]:
    """Nationwide, in the order given, as `profile.profiles` has them; two queries."""
    ids = [occupation.pk for occupation in occupations]
    work = {pk: placed.nationwide(known) for pk, known in placed.wages(ids).items()}
    cells = {pk: dict(work[pk].cells) if pk in work else {} for pk in ids}
    stated = StatedFact.objects.current().filter(occupation__in=ids, topic=StatedFact.Topic.PAY_RANGE)
    for fact in stated.select_related("release__source", "company"):
        cells[fact.occupation_id][fact.topic] = stated_cell(fact)
    return [
        Profile(
            slug=occupation.slug,
            title=occupation.title,
            plural=occupation.plural,
            url=occupation.get_absolute_url(),
            soc_code=occupation.soc_code or "",
            is_job_title=occupation.is_job_title,
            summary="",
            cells=cells[occupation.pk],
            pay_range=pay_range_of(work.get(occupation.pk), cells[occupation.pk].get("pay_range")),
        )
        for occupation in occupations
    ]
