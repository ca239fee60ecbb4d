"""Filters of the list of careers."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from careers.models import Occupation

MAX_PAY = 9_999_999


class CareerFilter(django_filters.FilterSet):
    """Works on `selectors.careers_list.careers()`. Careers whose pay is unknown drop out of a pay filter."""

    q = django_filters.CharFilter(
        method="by_words", label="Name or SOC code", widget=forms.TextInput(attrs={"maxlength": 100})
    )
    group = django_filters.ModelChoiceFilter(
        field_name="major_group",
        queryset=Occupation.objects.major_groups().order_by("title"),
        to_field_name="slug",
        label="Group",
        empty_label="All groups",
    )
    pay_min = django_filters.NumberFilter(
        field_name="yearly_pay",
        lookup_expr="gte",
        label="Mean pay from ($ a year)",
        min_value=0,
        max_value=MAX_PAY,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    pay_max = django_filters.NumberFilter(
        field_name="yearly_pay",
        lookup_expr="lte",
        label="Mean pay up to ($ a year)",
        min_value=0,
        max_value=MAX_PAY,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    class Meta:
        model = Occupation
        fields = ["q", "group", "pay_min", "pay_max"]

    def by_words(self, careers: QuerySet, name: str, value: str) -> QuerySet:
        """Every word must stand in the title or be the SOC code."""
        for word in value[:100].split()[:8]:
            careers = careers.filter(
                Q(title__icontains=word) | Q(plural_title__icontains=word) | Q(soc_code__startswith=word)
            )
        return careers
