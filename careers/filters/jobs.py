"""The filters of the list of jobs: what is typed and chosen there, read, put right and applied."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from careers import formatting
from careers.models import Posting
from careers.models.postings import MAX_YEARLY_PAY, PER_YEAR
from careers.prose.jobs import TYPES, UNITS

from .drawn import Filled
from .form import MAX_LENGTH, Section
from .jobs_asked import (
    DAYS,
    KEEP,
    MAX_WORDS,
    NEWEST,
    ON_SITE_ONLY,
    PAY,
    RADII,
    REMOTE_ONLY,
    YEAR,
    JobsAsked,
)
from .jobs_conditions import Condition, Named, conditions, made
from .jobs_drawn import filled, form_of, with_numbers

SORTS = ((NEWEST, gettext_lazy("Newest")), (PAY, gettext_lazy("Highest stated pay")))
FOLDED = (
    (gettext_lazy("Remote, type and date"), ("remote", "type", "posted")),
    (gettext_lazy("Career and employer"), ("occupation", "company")),
)
SIGHT = ("q", "place", "radius", "pay_min", "pay_unit", "unknown", "sort")
COUNTED = {
    "remote": ((REMOTE_ONLY, gettext_lazy("Remote only")), (ON_SITE_ONLY, gettext_lazy("Not remote"))),
    "type": tuple(TYPES.items()),
    "posted": tuple(
        (str(days), format_lazy(ngettext_lazy("Today or yesterday", "Last {days} days", days), days=days))
        for days in DAYS
    ),
}
WHICH = {
    "place": gettext_lazy("place"),
    "occupation": gettext_lazy("career"),
    "company": gettext_lazy("company"),
}
SEVERAL = {
    "place": gettext_lazy("places"),
    "occupation": gettext_lazy("careers"),
    "company": gettext_lazy("companies"),
}
REMEDIES = {
    "place": gettext_lazy("enter a metropolitan area or a state"),
    "occupation": gettext_lazy("enter another title of the career"),
    "company": gettext_lazy("enter its name as the directory has it"),
}
UNLISTED = {"invalid_choice": gettext_lazy("That is not on the list: choose one that is.")}

AMOUNTS = {
    "invalid": gettext_lazy("Enter an amount in figures, as 25 or 60,000."),
    "min_value": gettext_lazy("Enter an amount of 0 or more."),
    "max_digits": gettext_lazy("Enter an amount of at most ten figures."),
    "max_whole_digits": gettext_lazy("Enter an amount below 100,000,000."),
    "max_decimal_places": gettext_lazy("Enter dollars and cents, as 22.50."),
}


class PayAmount(forms.DecimalField):
    """US dollars, written as people write them: 25, $22.50, 60,000."""

    def to_python(self, value):
        return super().to_python(value.replace("$", "").replace(",", "") if isinstance(value, str) else value)


class PayFilter(django_filters.Filter):
    field_class = PayAmount


class SwitchFilter(django_filters.Filter):
    field_class = forms.BooleanField


class JobForm(forms.Form):
    """`named` is what was typed for place, career and company, and what it can mean."""

    named: Named

    def clean(self) -> dict:
        given = self.cleaned_data
        for name in WHICH:
            choice = getattr(self.named, name)
            if choice.typed and choice.chosen is None:
                many = _("Several {several} have a name like that: enter more of it.").format(
                    several=SEVERAL[name]
                )
                none = _("No {which} has that name: {remedies}, or leave it empty.").format(
                    which=WHICH[name], remedies=REMEDIES[name]
                )
                self.add_error(name, forms.ValidationError(many if choice.matches else none, code=name))
        place = self.named.place.chosen
        if given.get("radius") and "place" not in self.errors and (place is None or place.kind != "metro"):
            self.add_error(
                "radius", _("Miles are counted from a metropolitan area: choose one as the place.")
            )
        unit = given.get("pay_unit") or YEAR
        if (amount := given.get("pay_min")) is not None and amount * PER_YEAR[unit] > MAX_YEARLY_PAY:
            self.add_error(
                "pay_min",
                _("That is above {most} a year: enter less, or another unit.").format(
                    most=formatting.money(MAX_YEARLY_PAY)
                ),
            )
        return given


def _typed(label: str, kind: str = "", **said) -> django_filters.CharFilter:
    attributes = {"maxlength": MAX_WORDS, "autocomplete": "off"}
    suggested = {"data-suggest-kind": kind} if kind else {"type": "search"}
    return django_filters.CharFilter(
        label=label, widget=forms.TextInput(attrs=attributes | suggested), **said
    )


def _choice(name: str, label: str) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=COUNTED[name], empty_label=gettext_lazy("Any"), error_messages=UNLISTED
    )


class JobFilter(django_filters.FilterSet):
    """What is wrong is said at its field and left out of `asked`; an unknown switch or order is ignored."""

    q = _typed(gettext_lazy("Title, employer or city"))
    place = _typed(gettext_lazy("Place"), "place", help_text=gettext_lazy("A metropolitan area or a state."))
    radius = django_filters.ChoiceFilter(
        label=gettext_lazy("Within"),
        choices=[(str(miles), format_lazy(gettext_lazy("{miles} miles"), miles=miles)) for miles in RADII],
        empty_label=gettext_lazy("That place alone"),
        help_text=gettext_lazy("Around a metropolitan area, from centre to centre."),
        error_messages=UNLISTED,
    )
    pay_min = PayFilter(
        label=gettext_lazy("Stated pay reaches ($)"),
        min_value=Decimal(0),
        max_digits=10,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages=AMOUNTS,
    )
    pay_unit = django_filters.ChoiceFilter(
        label=gettext_lazy("Amount for"),
        choices=[(unit, words) for unit, words in UNITS.items() if unit != YEAR],
        empty_label=UNITS[YEAR],
        help_text=gettext_lazy("Full-time hours: 40 a week, 52 weeks a year."),
        error_messages=UNLISTED,
    )
    unknown = SwitchFilter(
        label=gettext_lazy("Keep jobs without stated pay"),
        widget=forms.CheckboxInput(attrs={"value": KEEP}),
    )
    remote = _choice("remote", gettext_lazy("Remote"))
    type = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Type"),
        choices=COUNTED["type"],
        widget=forms.CheckboxSelectMultiple,
        error_messages=UNLISTED,
    )
    posted = _choice("posted", gettext_lazy("Posted"))
    occupation = _typed(
        gettext_lazy("Career"),
        "occupation",
        help_text=gettext_lazy("As the portal matches titles to careers."),
    )
    company = _typed(gettext_lazy("Company"), "company")
    sort = django_filters.ChoiceFilter(label=gettext_lazy("Sort by"), choices=SORTS, empty_label=None)

    class Meta:
        model = Posting
        fields = ()
        form = JobForm

    def __init__(self, query: QueryDict, named: Named, today: date, now: datetime):
        # Not as the package begins one: that copies every filter, and makes a class of form for each.
        self.named, self.today, self.now = named, today, now
        self.is_bound, self.data = True, _readable(query, named)
        self.counts: Mapping[str, Mapping[str, int]] = {}
        self.more = ""

    @cached_property
    def queryset(self) -> QuerySet[Posting]:
        return Posting.objects.open(self.today, self.now)

    @cached_property
    def form(self) -> JobForm:
        form = form_of(type(self))(self.data, label_suffix="")
        form.named = self.named
        form.fields["sort"] = sort = deepcopy(form.fields["sort"])
        sort.choices = self._orders()
        return form

    @cached_property
    def asked(self) -> JobsAsked:
        """What is asked, as far as it is right."""
        self.form.full_clean()
        given = self.form.cleaned_data
        slugs = {name: getattr(getattr(self.named, name).chosen, "slug", "") for name in WHICH}
        place = self.named.place.chosen
        return JobsAsked(
            q=" ".join((given.get("q") or "").split()),
            **slugs | ({"place": ""} if place and place.kind == place.Kind.NATION else {}),
            radius=int(given.get("radius") or 0),
            pay_min=given.get("pay_min"),
            pay_unit=given.get("pay_unit") or YEAR,
            remote=given.get("remote") or "",
            types=tuple(given.get("type") or ()),
            posted=int(given.get("posted") or 0),
            keeps_unpaid=bool(given.get("unknown")),
            sort=self.data.get("sort", ""),
            page=_whole(self.data.get("page", "")),
        )

    @cached_property
    def conditions(self) -> dict[str, Condition]:
        """What each filter that is set asks of a posting, by its name."""
        return conditions(self.asked, self.named, self.today)

    def filter_queryset(self, queryset: QuerySet[Posting]) -> QuerySet[Posting]:
        return queryset.filter(*made(self.conditions))

    def count(self, counts: Mapping[str, Mapping[str, int]], *, is_all: bool) -> None:
        """Write beside each choice how many jobs it would leave; where not all were counted, at least."""
        self.counts = {name: counts["types" if name == "type" else name] for name in COUNTED}
        self.more = "" if is_all else "+"

    def in_sight(self) -> list[forms.BoundField | Filled]:
        return [self._shown(name) for name in SIGHT]

    def folded(self) -> Iterator[Section]:
        for title, names in FOLDED:
            is_open = any(self.data.getlist(name) or name in self.errors for name in names)
            yield Section(title, tuple(self._shown(name) for name in names), is_open)

    def _shown(self, name: str) -> forms.BoundField | Filled:
        form, counts = self.form, self.counts.get(name)
        if name not in self.errors:
            return filled(name, form.fields[name], self.data.getlist(name), counts, self.more)
        # As Django shows it, with what is wrong.
        if counts is not None:
            form.fields[name] = deepcopy(form.fields[name])
            form.fields[name].choices = with_numbers(COUNTED[name], counts, self.more)
            form._bound_fields_cache.pop(name, None)
        return form[name]

    def _orders(self) -> list[tuple[str, str]]:
        words = self.data.get("q", "").strip()
        # The order that applies where none is asked for has no name in the address.
        usual = ("", _("Best match")) if words else ("", SORTS[0][1])
        return [usual, *(SORTS if words else SORTS[1:])]


def _readable(query: QueryDict, named: Named) -> QueryDict:
    """The query without what is empty, too long, or said again, and with the names of what it means."""
    data = QueryDict(mutable=True)
    for name in (*JobFilter.base_filters, "page"):
        values = [value.replace("\0", " ")[:MAX_LENGTH].strip() for value in query.getlist(name)]
        data.setlist(name, list(dict.fromkeys(value for value in values if value)))
    if words := data.get("q"):
        data["q"] = words[:MAX_WORDS].strip()
    data.setlist("type", [value.upper() for value in data.getlist("type")])
    for name in WHICH:
        if getattr(named, name).chosen:
            data[name] = getattr(named, name).typed
    if data.get("pay_unit") == YEAR:
        data.pop("pay_unit")
    if data.get("unknown") != KEEP:
        data.pop("unknown", None)
    if data.get("sort") not in (PAY, NEWEST if data.get("q") else PAY):
        data.pop("sort", None)
    return data


def _whole(text: str) -> int:
    """A page number; the first page where it is none, and a far one where it is beyond any."""
    return max(int(text[:9]), 1) if text.isascii() and text.isdigit() else 1
