"""Where the pages of places and industries are."""

from django.urls import reverse

from careers.models import Area, Industry


def place_url(area: Area) -> str:
    return reverse("careers:place", args=[area.slug])


def industry_url(industry: Industry) -> str:
    return reverse("careers:industry", args=[industry.slug])
