"""Forms of postings: what an editor types is cleaned by the very rules that clean feeds."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.feeds import cleaning, matching
from careers.feeds.records import PostingRecord
from careers.models import Area, Posting

from .autocomplete import KnownChoicesForm
from .company_forms import RowForm

PAY = ("pay_min", "pay_max", "pay_unit", "currency")


class PostingForm(KnownChoicesForm):
    employment_types = forms.MultipleChoiceField(
        label=gettext_lazy("Employment types"),
        choices=Posting.EmploymentType,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_chosen = forms.BooleanField(
        label=gettext_lazy("Keep the occupation as it is here"),
        required=False,
        help_text=gettext_lazy(
            "No import changes it then; with no occupation, that none fits. Set by itself when you "
            "change the occupation. Take it out to have the title matched again."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["employment_types"] = list(filter(None, self.instance.employment_types.split(",")))
        self.initial["is_chosen"] = self.instance.is_occupation_chosen

    def clean_employment_types(self):
        return ",".join(self.cleaned_data["employment_types"])

    def clean_description(self):
        try:
            return cleaning.clean_description(self.cleaned_data["description"])
        except cleaning.Unusable as fault:
            raise forms.ValidationError(str(fault)) from None

    def clean_remote_area(self):
        area = self.cleaned_data["remote_area"]
        if area and area.kind not in {Area.Kind.NATION, Area.Kind.STATE}:
            raise forms.ValidationError(_("Choose the nation or a state."))
        return area

    def clean(self):
        cleaned = super().clean()
        if not self.errors.keys() & set(PAY):
            self._settle_pay(cleaned)
        if not self.errors:
            self._settle_occupation(cleaned)
        return cleaned

    def _settle_pay(self, cleaned):
        """Pay a year follows from what is stated."""
        stated = {name: cleaned.get(name) for name in PAY}
        low, high = stated["pay_min"], stated["pay_max"]
        self.instance.yearly_min = self.instance.yearly_max = None
        for name in ("pay_min", "pay_max"):
            if stated[name] == 0 and not (low or high):
                self.add_error(name, _("Pay of 0 says nothing. Leave it empty where no pay is stated."))
        if not (low or high) or not stated["pay_unit"] or not stated["currency"]:
            return  # none, or one of the rules that the database has, too
        if min(end for end in (low, high) if end is not None) < 0 or (low and high and low > high):
            return
        try:
            low, high, unit, currency = cleaning.stated_pay(PostingRecord("", "", "", "", None, **stated))
        except cleaning.Unusable as fault:
            self.add_error("currency" if "currency" in str(fault) else "pay_max", str(fault))
            return
        cleaned |= dict(zip(PAY, (low, high, unit, currency), strict=True))
        self.instance.yearly_min = cleaning.yearly_pay(low, unit, currency)
        self.instance.yearly_max = cleaning.yearly_pay(high, unit, currency)

    def _settle_occupation(self, cleaned):
        """Chosen by an editor, for good; or matched by the title."""
        posting, chosen = self.instance, cleaned.get("occupation")
        was = self.initial.get("occupation")
        has_changed = (chosen and chosen.pk) != was
        keeps = cleaned.get("is_chosen") or has_changed
        if keeps:
            if has_changed or not posting.is_occupation_chosen:
                posting.match_confidence, posting.matched_title = None, ""
        elif posting.is_occupation_chosen or not posting.pk or "title" in self.changed_data:
            found = matching.match(cleaned.get("title") or "", matching.load_vocabulary())
            self._chosen_by_title(cleaned, found)
        posting.is_occupation_chosen = bool(keeps)

    def _chosen_by_title(self, cleaned, found: matching.Match):
        occupation = Posting._meta.get_field("occupation").remote_field.model
        cleaned["occupation"] = (
            occupation.objects.filter(pk=found.occupation_id).first() if found.occupation_id else None
        )
        self.instance.match_confidence = found.confidence if found.occupation_id else None
        self.instance.matched_title = found.matched_title


class PlaceForm(RowForm):
    """Spells state and country as feeds are spelt, and looks up the area of the pay survey."""

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        written = (cleaned.get("city") or "", cleaned.get("state") or "", cleaned.get("country") or "")
        try:
            place = cleaning.clean_place(*written)
        except cleaning.Unusable as fault:
            self.add_error("city", str(fault))
            return cleaned
        if not place.country and written[2]:
            self.add_error(
                "country",
                _("“{country}” is no country: write two letters, say US.").format(country=written[2]),
            )
            return cleaned
        cleaned |= {"city": place.city, "state": place.state, "country": place.country}
        self.instance.area = Area.objects.filter(code=place.area).first() if place.area else None
        return cleaned
