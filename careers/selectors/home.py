"""The front page: how much there is, and a few ways in."""

from dataclasses import dataclass

from django.db.models import Count, Q

from careers.models import Area, Occupation

# Well-known careers of different groups, by SOC code.
EXAMPLE_SOC_CODES = ("29-1141", "15-1252", "47-2111", "25-2021", "13-2011", "53-3032")


@dataclass(frozen=True, slots=True)
class Home:
    careers: int
    states: int
    metros: int
    examples: tuple[Occupation, ...]


def home() -> Home:
    """Three queries."""
    counts = Area.objects.aggregate(
        states=Count("pk", filter=Q(kind=Area.Kind.STATE)),
        metros=Count("pk", filter=Q(kind__in=[Area.Kind.METRO, Area.Kind.NONMETRO])),
    )
    return Home(
        careers=Occupation.objects.listed().count(),
        **counts,
        examples=tuple(Occupation.objects.detailed().filter(soc_code__in=EXAMPLE_SOC_CODES)),
    )
