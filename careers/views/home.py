from django.shortcuts import render
from django.urls import reverse

from careers.selectors import home as selector
from careers.selectors.examples import example_pairs


def home(request):
    comparisons = [(title, reverse("comparisons:comparison", args=[slug])) for title, slug in example_pairs()]
    return render(
        request,
        "careers/home.html",
        {
            "home": selector.home(),
            "comparisons": comparisons,
            "canonical_url": request.build_absolute_uri("/"),
            "nav": "none",
        },
    )
