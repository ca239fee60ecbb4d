"""The form of the ranking of companies: which of them, and how much each input counts."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.prose.best_companies import INPUT_NAMES
from careers.ranking import weights
from careers.ranking.inputs import INPUTS

from .drawn import Filled
from .form import Section
from .ranking_offered import Offered
from .ranking_search import FILTERS, Asked

MAX_LENGTH = 200  # letters of any one value that are read


def _choice(label: str, error: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, error_messages={"invalid_choice": error})


class RankingForm(forms.Form):
    """What is wrong is said at its field; the ranking waits until it is right."""

    occupation = _choice(
        gettext_lazy("Occupation"),
        gettext_lazy("No company has five visa-filing offers in that occupation. Choose one from the list."),
    )
    place = _choice(
        gettext_lazy("Place of work"),
        gettext_lazy("No company has five visa-filing offers there. Choose a place from the list."),
    )
    sector = _choice(
        gettext_lazy("GICS sector"),
        gettext_lazy("No company with five offers is known to be in that sector. Choose one from the list."),
    )
    industry = _choice(
        gettext_lazy("NAICS industry"),
        gettext_lazy(
            "No company with five offers is known to be in that industry. Choose one from the list."
        ),
    )

    def __init__(self, query: QueryDict, offered: Offered):
        self.offered, self.labels = offered, offered.labels
        self.weights = weights.read(_readable(query, INPUTS))
        given = {name: self.weights.typed[name] or str(weights.USUAL[name]) for name in INPUTS}
        super().__init__(_readable(query, FILTERS) | given, label_suffix="")
        for name in FILTERS:
            self.fields[name] = offered.field(name, self.fields[name])
            if not self.labels[name] and not self.data.get(name):
                del self.fields[name]
        for name in INPUTS:
            self.fields[name] = forms.CharField(
                label=INPUT_NAMES[name],
                required=False,
                widget=forms.TextInput(
                    attrs={"inputmode": "numeric", "maxlength": 3, "size": 4, "autocomplete": "off"}
                ),
            )
        page = query.get("page", "")
        self.page = max(int(page[:9]), 1) if page.isascii() and page.isdigit() else 1

    def clean(self):
        for name, message in self.weights.errors.items():
            self.add_error(name or None, message)

    @property
    def asked(self) -> Asked:
        """What is asked, as far as it is right."""
        self.full_clean()
        chosen = {name: self.cleaned_data.get(name, "") for name in FILTERS}
        return Asked(**chosen, weights=self.weights.values, page=self.page)

    @property
    def in_sight(self) -> list[forms.BoundField | Filled]:
        return [self._shown(name) for name in FILTERS if name in self.fields]

    @property
    def folded(self) -> list[Section]:
        return [Section(_("How much each counts, 0 to 100"), tuple(self[name] for name in INPUTS), True)]

    def _shown(self, name: str) -> forms.BoundField | Filled:
        if name in self.errors:
            return self[name]
        return self.offered.filled(name, self.fields[name], self.data.get(name, ""))


def _readable(query: QueryDict, names: tuple[str, ...]) -> dict[str, str]:
    return {name: query.get(name, "")[:MAX_LENGTH].replace("\0", " ").strip() for name in names}
