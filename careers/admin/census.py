import re

from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import CensusOccupation

from .autocomplete import KnownChoicesForm
from .base import PublishedAdmin
from .filters import AutocompleteFilter
from .formats import quiet

SOC_CODE = re.compile(r"\d\d-\d{4}")
SHOWN_CODES = 6


class SocCodesField(forms.CharField):
    """SOC codes as an editor types them, 29-1141, 29-1151; kept as a list."""

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        codes = re.split(r"[\s,;]+", super().to_python(value).strip(" ,;\n"))
        codes = list(dict.fromkeys(code for code in codes if code))
        if wrong := [code for code in codes if not SOC_CODE.fullmatch(code)]:
            raise forms.ValidationError(
                gettext("A SOC code looks like 29-1141; this does not: {codes}.").format(
                    codes=", ".join(wrong)
                )
            )
        return codes

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class CensusForm(KnownChoicesForm):
    soc_codes = SocCodesField(
        label=_("SOC codes"),
        required=False,
        help_text=_("SOC 2018 codes of the detailed occupations that it covers, with commas between them."),
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )


@admin.register(CensusOccupation)
class CensusOccupationAdmin(PublishedAdmin):
    form = CensusForm
    searched = {}
    searched_texts = ("title", "code", "soc_codes")
    search_help_text = _("Words of the title, its Census code, or a SOC code that it covers.")
    list_display = ["title", "vintage", "code", "covers", "from_release", "is_current"]
    list_filter = ["is_current", "vintage", ("release", AutocompleteFilter)]
    list_select_related = ["release__source"]
    # In the order of an index, so that no page sorts the table.
    ordering = ["vintage", "code", "release_id"]
    autocomplete_fields = ["release"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "vintage", "code", "soc_codes"],
                "description": _(
                    "The household surveys publish by these titles. Where one covers several SOC "
                    "codes, each of them gets the figure of the whole group, and readers are told so."
                ),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return str(obj)

    @admin.display(description=_("covers"))
    def covers(self, obj):
        if not obj.soc_codes:
            return quiet(gettext("nothing"))
        shown = ", ".join(obj.soc_codes[:SHOWN_CODES])
        more = len(obj.soc_codes) - SHOWN_CODES
        return gettext("{shown} and {more} more").format(shown=shown, more=more) if more > 0 else shown
