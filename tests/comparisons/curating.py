"""Curated comparisons for tests."""

from careers.models import Occupation
from comparisons.models import SEATS, CuratedComparison

PUBLISHED, DRAFT = CuratedComparison.Status.PUBLISHED, CuratedComparison.Status.DRAFT


def careers(*slugs: str) -> list[Occupation]:
    found = {occupation.slug: occupation for occupation in Occupation.objects.filter(slug__in=slugs)}
    return [found[slug] for slug in slugs]


def comparison_of(*slugs: str, status: str = PUBLISHED, **texts: str) -> CuratedComparison:
    words = {"title": "Stage or studio", "introduction": "Both are watched. One moves more."} | texts
    seats = dict(zip(SEATS, careers(*slugs), strict=False))
    return CuratedComparison.objects.create(status=status, **seats, **words)
