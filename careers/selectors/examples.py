"""Pairs of careers to start from: the editors' job titles, then well-known pairs."""

from django.utils.translation import gettext as _

from careers.models import Occupation

# Pairs that readers often weigh against each other, by SOC code.
PAIRS = (
    ("29-1141", "29-2061"),
    ("15-1252", "15-1254"),
    ("47-2111", "47-2152"),
    ("13-2011", "13-2051"),
    ("25-2021", "25-2031"),
)
SEPARATOR = "-vs-"


def example_pairs() -> list[tuple[str, str]]:
    """Title and comparison slug of each pair whose careers are there; two queries."""
    return [
        (_(" vs ").join((a.plural, b.plural)), f"{a.slug}{SEPARATOR}{b.slug}") for a, b in example_careers()
    ]


def example_careers() -> list[tuple[Occupation, Occupation]]:
    """The pairs whose careers are there; two queries."""
    codes = {code for pair in PAIRS for code in pair}
    by_code = {item.soc_code: item for item in Occupation.objects.detailed().filter(soc_code__in=codes)}
    titles = list(Occupation.objects.filter(level=Occupation.Level.JOB_TITLE).order_by("-title")[:2])
    pairs = [tuple(titles)] if len(titles) == 2 else []
    return pairs + [(by_code[a], by_code[b]) for a, b in PAIRS if a in by_code and b in by_code]
