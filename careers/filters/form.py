"""The form that narrows the list of careers: what is typed and chosen there, read and put right."""

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.selectors.choosing_places import PlaceChoice

from .asked import ADJUSTED, KEEP, MATCH, MAX_WORDS, SORTS, YES, Asked
from .criteria import BY_NAME
from .drawn import Filled, is_several, is_text
from .offered import Offered, Shared

MAX_PAY = 9_999_999
MAX_LENGTH = 200  # letters of any one value that are read
ORDERS = (
    ("title", gettext_lazy("Title, A to Z")),
    ("-pay", gettext_lazy("Highest pay")),
    ("-employment", gettext_lazy("Most people employed")),
    ("-growth", gettext_lazy("Fastest growth")),
    ("-openings", gettext_lazy("Most openings")),
)
OTHER_WAY = {
    "-title": gettext_lazy("Title, Z to A"),
    "pay": gettext_lazy("Lowest pay"),
    "employment": gettext_lazy("Fewest people employed"),
    "growth": gettext_lazy("Slowest growth"),
    "openings": gettext_lazy("Fewest openings"),
}
SIGHT = ("q", "place", "pay_min", "pay_max", "group", "sort")
FOLDED = (
    (gettext_lazy("Schooling and experience"), ("education", "experience", "zone")),
    (gettext_lazy("Growth, openings and size"), ("growth", "openings", "employment")),
    (gettext_lazy("Interests and skills"), ("interest", "skill")),
    (gettext_lazy("People in it"), ("women",)),
    (gettext_lazy("Prices and unknown values"), ("prices", "unknown")),
)


class Amount(forms.DecimalField):
    """Whole US dollars a year, written as people write them: 60000, $60,000, 6e4."""

    def to_python(self, value):
        return super().to_python(value.replace("$", "").replace(",", "") if isinstance(value, str) else value)

    def clean(self, value) -> int | None:
        amount = super().clean(value)
        if amount is None:
            return None
        if amount != amount.to_integral_value():
            raise forms.ValidationError(_("Enter whole dollars, as 60000."), code="invalid")
        return int(amount)


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that fold away together."""

    title: str
    fields: tuple[forms.BoundField | Filled, ...]
    is_open: bool


def _pay(label: str) -> Amount:
    return Amount(
        label=label,
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(MAX_PAY),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": gettext_lazy("Enter whole dollars, as 60000."),
            "min_value": gettext_lazy("Enter an amount of 0 or more."),
            "max_value": format_lazy(
                gettext_lazy("Enter an amount of at most {most}."), most=formatting.count(MAX_PAY)
            ),
        },
    )


class CareerFilters(forms.Form):
    """What is wrong is said at its field and left out of `asked`; an unknown switch or order is ignored."""

    q = forms.CharField(
        label=gettext_lazy("Job, title or SOC code"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": MAX_WORDS}),
    )
    place = forms.CharField(
        label=gettext_lazy("Place"),
        required=False,
        help_text=gettext_lazy("A state, metropolitan or nonmetropolitan area."),
        widget=forms.TextInput(
            attrs={"maxlength": MAX_WORDS, "autocomplete": "off", "data-suggest-kind": "place"}
        ),
    )
    pay_min = _pay(gettext_lazy("Mean pay from ($ a year)"))
    pay_max = _pay(gettext_lazy("Mean pay up to ($ a year)"))
    prices = forms.BooleanField(
        label=gettext_lazy("Pay at national prices"),
        required=False,
        help_text=gettext_lazy("In a place: mean pay divided by the price level there."),
        widget=forms.CheckboxInput(attrs={"value": ADJUSTED}),
    )
    unknown = forms.BooleanField(
        label=gettext_lazy("Keep careers with unknown values"),
        required=False,
        help_text=gettext_lazy("Else a filter leaves out the careers for which no figure is published."),
        widget=forms.CheckboxInput(attrs={"value": KEEP}),
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, query: QueryDict, offered: Offered, place: PlaceChoice, views: Collection[str]):
        self.offered, self.place, self.views = offered, place, views
        self.counts: Mapping[str, Mapping[str, int]] = {}
        data = self._put_right(_readable(query))
        sort = _sort(data.get("sort", ""), has_words=bool(data.get("q")))
        self.all_fields = {**type(self).base_fields, **offered.fields, "sort": sort}
        # What is not given needs no cleaning.
        self.base_fields = Shared({name: field for name, field in self.all_fields.items() if name in data})
        super().__init__(data, label_suffix="")

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        return self.offered.labels

    def count(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """How many careers each choice would leave stands beside it."""
        self.counts = counts

    @cached_property
    def asked(self) -> Asked:
        """What is asked, as far as it is right."""
        self.full_clean()
        given, data = self.cleaned_data, self.data
        chosen = {name: given.get(name) for name in BY_NAME}
        area = self.place.chosen
        return Asked(
            q=" ".join(given.get("q", "").split()),
            exact=data.get("exact") == YES,
            place=area.slug if area and area.kind != area.Kind.NATION else "",
            adjusted=given.get("prices", False),
            pay_min=given.get("pay_min"),
            pay_max=given.get("pay_max"),
            chosen={
                name: (value,) if isinstance(value, str) else tuple(value)
                for name, value in chosen.items()
                if value
            },
            keeps_unknown=given.get("unknown", False),
            sort=data.get("sort", ""),
            view=data.get("view", ""),
            page=_whole(data.get("page", "")),
        )

    def in_sight(self) -> list[forms.BoundField | Filled]:
        return [self._shown(name) for name in SIGHT]

    def folded(self) -> Iterator[Section]:
        for title, names in FOLDED:
            is_open = any(self.data.getlist(name) or name in self.errors for name in names)
            yield Section(title, tuple(self._shown(name) for name in names), is_open)

    def _shown(self, name: str) -> forms.BoundField | Filled:
        field = self.all_fields[name]
        if name in self.errors:
            return self._counted(name)
        given = self.data.getlist(name)
        drawn = self.offered.drawn(name, field)
        if is_text(field):
            return drawn.with_text(given[-1] if given else "")
        chosen = given if is_several(field) else given[-1:] or [""]
        return drawn.with_choices(chosen, self.counts.get(name, {}))

    def _counted(self, name: str) -> forms.BoundField:
        """As Django shows it, with what is wrong."""
        if name in self.labels:
            self.fields[name] = field = deepcopy(self.fields[name])
            counts = self.counts.get(name, {})
            field.choices = [
                (value, f"{label} ({formatting.count(counts.get(value, 0))})" if value else label)
                for value, label in field.choices
            ]
            self._bound_fields_cache.pop(name, None)
        return self[name]

    def clean_place(self) -> str:
        typed = self.cleaned_data["place"]
        if typed and self.place.chosen is None:
            several = (
                _("Several places have a name like that: enter more of it.")
                if self.place.matches
                else _("No place has that name: enter a state or an area, or leave it empty.")
            )
            raise forms.ValidationError(several, code="place")
        return typed

    def _put_right(self, data: QueryDict) -> QueryDict:
        if data.get("prices") != ADJUSTED:
            data.pop("prices", None)
        if data.get("unknown") != KEEP:
            data.pop("unknown", None)
        if data.get("sort", "").removeprefix("-") not in SORTS or data["sort"] == f"-{MATCH}":
            data.pop("sort", None)
        if data.get("view") not in self.views:
            data.pop("view", None)
        if self.place.chosen:
            data["place"] = self.place.chosen.name
        return data


@cache
def _sort(asked: str, *, has_words: bool) -> forms.ChoiceField:
    """What to sort by, with what is asked among it; no form changes it."""
    best = [("", gettext_lazy("Best match"))] if has_words else []
    turned = [(asked, OTHER_WAY[asked])] if asked in OTHER_WAY else []
    return forms.ChoiceField(label=gettext_lazy("Sort by"), required=False, choices=[*best, *ORDERS, *turned])


def _readable(query: QueryDict) -> QueryDict:
    """The query without what is empty, too long, or said again; choices in small letters."""
    data = QueryDict(mutable=True)
    for name in {*CareerFilters.base_fields, *BY_NAME, "sort", "exact", "page"} & query.keys():
        values = [value[:MAX_LENGTH].strip() for value in query.getlist(name)]
        if name in BY_NAME:
            values = [value.lower() for value in values]
        data.setlist(name, list(dict.fromkeys(value for value in values if value)))
    if words := data.get("q"):
        data["q"] = words.replace("\0", " ")[:MAX_WORDS].strip()
    return data


def _whole(text: str) -> int:
    """A page number; the first page where it is none, and a far one where it is beyond any."""
    return max(int(text[:9]), 1) if text.isascii() and text.isdigit() else 1
