"""The filter of the list of places."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from careers.models import Area

MAX_WORDS = 8


class PlaceFilter(django_filters.FilterSet):
    """By words that all stand in the name, and by kind."""

    q = django_filters.CharFilter(
        method="by_words",
        label=_("Name"),
        widget=forms.TextInput(attrs={"maxlength": 100, "autocomplete": "off"}),
    )
    kind = django_filters.ChoiceFilter(
        choices=Area.Kind,
        label=_("Kind of place"),
        empty_label=_("All kinds"),
        error_messages={"invalid_choice": _("There is no such kind of place. Choose one from the list.")},
    )

    class Meta:
        model = Area
        fields = ["q", "kind"]

    def by_words(self, areas: QuerySet[Area], name: str, value: str) -> QuerySet[Area]:
        for word in value.replace("\0", " ").replace(",", " ")[:100].split()[:MAX_WORDS]:
            areas = areas.filter(name__icontains=word)
        return areas
