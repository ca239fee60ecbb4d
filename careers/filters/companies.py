"""The filter of the directory of companies."""

from collections.abc import Callable, Collection, Mapping

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.models import Area, Company, CompanyName

from .company_search import MAX_WORDS, NAME, SORTS, SWITCHES, YES, Asked

MAX_SEARCHED = 8  # words
MAX_LENGTH = 200  # letters of any one value that are read
ORDERS = (
    ("", gettext_lazy("Name, A to Z")),
    ("-offers", gettext_lazy("Most visa-filing offers")),
    ("-jobs", gettext_lazy("Most open jobs")),
)
OTHER_WAY = {
    "-name": gettext_lazy("Name, Z to A"),
    "offers": gettext_lazy("Fewest visa-filing offers"),
    "jobs": gettext_lazy("Fewest open jobs"),
}


def words_of(text: str) -> list[str]:
    """The words that are searched for: without what is only a sign, as the “&” of a name."""
    given = text.replace("\0", " ").replace(",", " ")[:MAX_WORDS].split()
    return [word for word in given if any(letter.isalnum() for letter in word)][:MAX_SEARCHED]


def named(text: str) -> Q:
    """Of a company: each word stands in one of its names, be it the one here, a legal or a former one."""
    fits = Q()
    for word in words_of(text):
        other = CompanyName.objects.filter(name__icontains=word).values("company")
        fits &= Q(name__icontains=word) | Q(pk__in=other)
    return fits


def _choice(label: str, **extra) -> django_filters.ChoiceFilter:
    """One of what the directory itself has; `label` goes into the error too."""
    message = format_lazy(
        gettext_lazy("No company has that {label}. Choose one from the list."),
        label=lazy(formatting.lower_first, str)(label),
    )
    return django_filters.ChoiceFilter(
        method="by_choice",
        label=label,
        empty_label=gettext_lazy("Any"),
        error_messages={"invalid_choice": message},
        **extra,
    )


def _switch(label: str) -> django_filters.BooleanFilter:
    return django_filters.BooleanFilter(
        method="by_switch", label=label, widget=forms.CheckboxInput(attrs={"value": YES})
    )


class CompanyFilter(django_filters.FilterSet):
    """By any name, by classification, headquarters and size, and by what is known of a company.

    `labels` has, for sector, industry and place, the label of each value that some company has; `metros` are
    those of the places that are no states. The queryset is one of `selectors.companies`.
    """

    q = django_filters.CharFilter(
        method="by_name",
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Legal, trade or former."),
        widget=forms.TextInput(attrs={"type": "search", "maxlength": MAX_WORDS, "autocomplete": "off"}),
    )
    sector = _choice(gettext_lazy("GICS sector"))
    industry = _choice(gettext_lazy("NAICS industry"))
    place = _choice(gettext_lazy("Place of headquarters"))
    size = django_filters.ChoiceFilter(
        method="by_choice",
        label=gettext_lazy("People employed"),
        choices=Company.Size,
        empty_label=gettext_lazy("Any"),
        error_messages={"invalid_choice": gettext_lazy("There is no such size. Choose one from the list.")},
    )
    pay = _switch(gettext_lazy("With visa-filing pay"))
    jobs = _switch(gettext_lazy("With open jobs"))
    sort = django_filters.ChoiceFilter(
        method="in_order", label=gettext_lazy("Sort by"), choices=ORDERS[1:], empty_label=ORDERS[0][1]
    )

    class Meta:
        model = Company
        fields = ["q", "sector", "industry", "place", "size", "pay", "jobs", "sort"]

    def __init__(
        self,
        data: Mapping[str, str],
        queryset: QuerySet,
        labels: Mapping[str, Mapping[str, str]],
        metros: Collection[str],
    ):
        given = {name: value.replace("\0", " ")[:MAX_LENGTH].strip() for name, value in data.items()}
        if given.get("sort", "").removeprefix("-") not in SORTS or given["sort"] == NAME:
            given.pop("sort", None)
        super().__init__(given, queryset=queryset)
        self.metros = metros
        self.labels = {**labels, "size": dict(Company.Size.choices)}
        self.form.label_suffix = ""
        self._show(lambda name, value: self.labels[name][value])
        if (turned := given.get("sort")) in OTHER_WAY:
            self.form.fields["sort"].choices = [*ORDERS[1:], (turned, OTHER_WAY[turned])]

    @property
    def asked(self) -> Asked:
        """What is asked, as far as it is right."""
        self.is_valid()
        given = {name: value for name, value in self.form.cleaned_data.items() if value}
        page = self.data.get("page", "")
        return Asked(
            **{
                **given,
                "q": " ".join(given.get("q", "").split()),
                "page": max(int(page[:9]), 1) if page.isascii() and page.isdigit() else 1,
            }
        )

    def count(self, count_of: Callable[[str], Mapping[str, int]]) -> None:
        """Write beside each choice how many companies it would leave, and leave out those that leave none."""
        numbers = {name: count_of(name) for name in (*self.labels, *SWITCHES)}
        self._show(
            lambda name, value: (
                f"{self.labels[name][value]} ({formatting.count(numbers[name].get(value, 0))})"
                if numbers[name].get(value) or self.data.get(name) == value
                else ""
            )
        )
        for name in SWITCHES:
            shown = self.form[name]
            shown.label = f"{shown.label} ({formatting.count(numbers[name].get(YES, 0))})"

    def _show(self, label: Callable[[str, str], str]) -> None:
        """Give each list its choices, '' for those that are not shown; places by their kind."""
        for name, values in self.labels.items():
            shown = [(value, label(name, value)) for value in values]
            choices = [(value, text) for value, text in shown if text]
            if name == "place":
                choices = [
                    (kind, [choice for choice in choices if (choice[0] in self.metros) is is_metro])
                    for kind, is_metro in (
                        (_("States and territories"), False),
                        (_("Metropolitan areas"), True),
                    )
                ]
            self.form.fields[name].choices = choices

    def by_name(self, companies: QuerySet, name: str, value: str) -> QuerySet:
        return companies.filter(named(value))

    def by_choice(self, companies: QuerySet, name: str, value: str) -> QuerySet:
        if name == "place":
            there = Area.objects.filter(Q(slug=value) | Q(state__slug=value))
            return companies.filter(based_in__in=there.values("pk"))
        if name == "sector":
            return companies.filter(listing__sector=self.labels["sector"][value])
        return companies.filter(**{"industry__slug" if name == "industry" else name: value})

    def by_switch(self, companies: QuerySet, name: str, value: bool) -> QuerySet:
        return companies.filter(**{f"has_{name}": True}) if value else companies

    def in_order(self, companies: QuerySet, name: str, value: str) -> QuerySet:
        return companies  # that of `selectors.companies.Listed`
