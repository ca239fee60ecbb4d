from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from careers.charts.popular import popular_chart
from careers.selectors import home as selector

# What people look for, of each kind that is found.
SEARCHES = (
    gettext_lazy("truck driver"),
    gettext_lazy("HR"),
    gettext_lazy("registered nurse"),
    gettext_lazy("Denver"),
    gettext_lazy("mathematics"),
)


def home(request):
    found = selector.home()
    return render(
        request,
        "careers/home.html",
        {
            "home": found,
            "chart": popular_chart(found.popular),
            "searches": [(words, urlencode({"q": words})) for words in SEARCHES],
            "canonical_url": request.build_absolute_uri("/"),
            "nav": "none",
        },
    )
