import re

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from . import samples
from .tokens import colours, contrast, tokens

TEXT = ("ink", "soft", "link", "visited", "alert")
GROUNDS = ("paper", "wash", "wash-strong")
SPACE = re.compile(r"s\d")


def swatches() -> list[dict]:
    """Each colour with what it reaches against the paper, and text also against both washes at least."""
    found = colours()
    against = {name: GROUNDS if name in TEXT else ("paper",) for name in found}
    return [
        {
            "name": name,
            "light": min(contrast(colour.light, found[ground].light) for ground in against[name]),
            "dark": min(contrast(colour.dark, found[ground].dark) for ground in against[name]),
            "is_text": name in TEXT,
        }
        for name, colour in found.items()
    ]


def styleguide(request):
    """For development; readers have no use for it."""
    if not settings.STYLEGUIDE:
        raise Http404
    sizes = [name for name in ("small", "large", "larger", "largest") if name in tokens()]
    page, numbers = samples.page_of_many()
    shown = {
        "swatches": swatches(),
        "sizes": sizes,
        "spaces": [(name, value) for name, value in tokens().items() if SPACE.fullmatch(name)],
        "figures": samples.figures(),
        "comparisons": [(samples.section(samples.NAMES[:count]), samples.columns(count)) for count in (2, 5)],
        "pictures": samples.pictures(),
        "filters": samples.filters(),
        "page_obj": page,
        "page_range": numbers,
        "active": [("Pay from $60,000", "#lists"), ("In Texas", "#lists")],
        "breadcrumbs": [("Careers", "/careers/"), ("Sample career", "/"), ("Styleguide", "")],
        "sections": [("colours", "Colours"), ("figures", "Figures"), ("tables", "Tables"),
                     ("pictures", "Pictures"), ("lists", "Lists and forms")],
        "links": [("A wider search (12)", "#lists"), ("One wider still (832)", "#lists")],
        "twins": [("JSON", "#tables"), ("CSV", "#tables")],
    }  # fmt: skip
    return render(request, "styleguide.html", shown)
