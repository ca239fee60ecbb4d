from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.desk import listwise
from careers.feeds.posting_rows import fingerprint_of
from careers.markup import html_of_others
from careers.models import Posting, PostingPlace

from .autocomplete import KnownAutocompletes
from .base import PortalAdmin
from .editorial import EditorialAdmin
from .feeds import origins_of
from .filters import AutocompleteFilter
from .formats import quiet
from .parts import PartAdmin, PartsInline
from .posting_forms import PAY, PlaceForm, PostingForm
from .watching import WatchedRows

MAX_AT_ONCE, MAX_REFUSALS = 1000, 10
# About how many in 100 such matches are right: the lowest, the lowest of the band above, what it is called.
BANDS = (
    (90, 101, _("90 and more")),
    (75, 90, _("75 to 89")),
    (60, 75, _("60 to 74")),
    (0, 60, _("below 60")),
)


class MatchFilter(admin.SimpleListFilter):
    title = _("match")
    parameter_name = "match"

    def lookups(self, request, model_admin):
        bands = [
            (str(lowest), gettext("by title, {name} in 100 right").format(name=name))
            for lowest, _above, name in BANDS
        ]
        return [("none", gettext("unmatched")), *bands, ("editor", gettext("chosen by an editor"))]

    def queryset(self, request, queryset):
        value = self.value()
        by_title = queryset.filter(is_occupation_chosen=False)
        if value == "editor":
            return queryset.filter(is_occupation_chosen=True)
        if value == "none":
            return by_title.filter(occupation__isnull=True)
        for lowest, above, _name in BANDS:
            if value == str(lowest):
                return by_title.filter(match_confidence__gte=lowest, match_confidence__lt=above)
        return queryset


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", gettext("open")), ("closed", gettext("closed")), ("sample", gettext("samples"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "open":
            return queryset.open(today).real()
        if self.value() == "closed":
            over = Q(closed_on__isnull=False) | Q(valid_through__lt=today)
            return queryset.filter(over, is_sample=False)
        return queryset.filter(is_sample=True) if self.value() == "sample" else queryset


class PlaceTable(PartsInline, KnownAutocompletes, admin.TabularInline):
    model = PostingPlace
    form = PlaceForm
    formset = WatchedRows
    extra = 0
    fields = ["position", "city", "state", "country", "area"]
    readonly_fields = ["area"]
    verbose_name_plural = _("places")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("area")


@admin.register(Posting)
class PostingAdmin(EditorialAdmin, PortalAdmin):
    form = PostingForm
    figures = frozenset(PAY)
    named_by = "title"
    list_display = ["title", "company_name", "occupation", "match", "posted_on", "state"]
    list_filter = [
        MatchFilter,
        StateFilter,
        "is_remote",
        ("occupation", AutocompleteFilter),
        ("company", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "company", "remote_area"]
    search_fields = ["title", "company_name"]
    search_help_text = _("Words of the title and of the employer's name.")
    ordering = ["-posted_on", "-id"]
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["company", "occupation", "remote_area"]
    previewed = {"description": html_of_others}
    readonly_fields = ["match", "a_year", "origins"]
    inlines = [PlaceTable]
    actions = ["confirm", "none_fits"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "company_name", "company"],
                "description": _(
                    "What comes from a feed is written anew when the feed changes it. The company "
                    "stays while its name stays; an occupation that you chose stays for good."
                ),
            },
        ),
        (_("Occupation"), {"fields": ["occupation", "is_chosen", "match"]}),
        (
            _("Stated pay"),
            {
                "fields": [("pay_min", "pay_max"), ("pay_unit", "currency"), "a_year"],
                "description": _(
                    "Only what the employer states. A year is 2,080 hours, 260 days or 52 weeks."
                ),
            },
        ),
        (
            _("The job"),
            {
                "fields": ["description", "employment_types", "is_remote", "remote_area"],
            },
        ),
        (
            _("Dates and links"),
            {
                "fields": [
                    "posted_on",
                    "valid_through",
                    "closed_on",
                    "apply_url",
                    "is_direct_apply",
                    "identifier",
                    "origins",
                ]
            },
        ),
    ]

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.url_name.endswith("_changelist")
        return queryset.defer("description") if is_list else queryset

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not form.has_changed() and not any(formset.has_changed() for formset in formsets):
            return
        self.returned(Posting.objects.get(pk=form.instance.pk))  # as it is, not as a draft has it

    def returned(self, posting):
        """A posting is known by its title, employer and places."""
        known_by = fingerprint_of(
            posting.title, posting.company_name, posting.places.all(), posting.is_remote
        )
        if posting.fingerprint != known_by:
            Posting.objects.filter(pk=posting.pk).update(fingerprint=known_by)

    def save_model(self, request, obj, form, change):
        if form.has_changed() or not change:
            super().save_model(request, obj, form, change)

    @admin.display(description=_("how it was matched"), ordering="match_confidence")
    def match(self, obj):
        if obj.is_occupation_chosen:
            return (
                gettext("chosen by an editor") if obj.occupation_id else gettext("none fits, says an editor")
            )
        if not obj.occupation_id:
            return quiet(gettext("unmatched"))
        return gettext("{match_confidence} in 100 right, by “{matched_title}”").format(
            match_confidence=obj.match_confidence, matched_title=obj.matched_title
        )

    @admin.display(description=_("chosen by an editor"), boolean=True)
    def is_chosen(self, obj):
        """In place of the form's field, for those who may look but not change."""
        return obj.is_occupation_chosen

    @admin.display(description=_("a year, in US dollars"))
    def a_year(self, obj):
        ends = [f"${amount:,}" for amount in (obj.yearly_min, obj.yearly_max) if amount is not None]
        if len(set(ends)) == 2:
            return gettext("{low} to {high}").format(low=ends[0], high=ends[1])
        return ends[0] if ends else quiet(gettext("not stated, or in another currency"))

    @admin.display(description=_("state"))
    def state(self, obj):
        if obj.is_sample:
            return gettext("sample")
        return gettext("open") if obj.is_open(timezone.localdate()) else quiet(gettext("closed"))

    @admin.display(description=_("read in"))
    def origins(self, obj):
        return origins_of(obj) if obj and obj.pk else quiet(gettext("Save first."))

    @admin.action(description=_("Keep their occupations as they are"), permissions=["publish"])
    def confirm(self, request, queryset):
        self._choose(request, queryset.filter(is_occupation_chosen=False), gettext("kept as they are"))

    @admin.action(description=_("No occupation fits"), permissions=["publish"])
    def none_fits(self, request, queryset):
        self._choose(request, queryset, gettext("without an occupation from now on"), occupation=None)

    def _choose(self, request, queryset, done: str, **values):
        keys = list(queryset.order_by().values_list("pk", flat=True)[: MAX_AT_ONCE + 1])
        if len(keys) > MAX_AT_ONCE:
            message = gettext("Nothing was changed: choose at most {most:,} postings at a time.").format(
                most=MAX_AT_ONCE
            )
            self.message_user(request, message, messages.ERROR)
            return
        chosen = {"is_occupation_chosen": True, "match_confidence": None, "matched_title": ""}
        chosen |= {"changed_at": timezone.now(), **values}
        outcome = listwise.change(
            Posting, keys, chosen, request.user, gettext("Chosen in the list: {done}.").format(done=done)
        )
        rows = Posting.objects.filter(pk__in=[*outcome.changed, *outcome.drafted]).defer("description")
        LogEntry.objects.log_actions(request.user.pk, rows, CHANGE, [{"changed": {"fields": ["occupation"]}}])
        if outcome.changed or not (outcome.drafted or outcome.refused):
            self.message_user(request, f"{len(outcome.changed):,} {done}.")
        if outcome.drafted:
            text = gettext("{count:,} published: drafts for another publisher to look at.").format(
                count=len(outcome.drafted)
            )
            self.message_user(request, text, messages.WARNING)
        for refusal in outcome.refused[:MAX_REFUSALS]:
            self.message_user(
                request, gettext("Not changed: {refusal}").format(refusal=refusal), messages.ERROR
            )
        if (more := len(outcome.refused) - MAX_REFUSALS) > 0:
            self.message_user(
                request, gettext("Not changed: {more:,} more.").format(more=more), messages.ERROR
            )


@admin.register(PostingPlace)
class PostingPlaceAdmin(PartAdmin, PortalAdmin):
    form = PlaceForm
    list_display = ["__str__", "country", "area", "posting"]
    list_filter = [("area", AutocompleteFilter), ("posting", AutocompleteFilter)]
    list_select_related = ["area", "posting"]
    search_fields = ["city", "posting__title"]
    search_help_text = _("The city, or words of the posting's title.")
    ordering = ["-posting_id", "position", "pk"]
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["posting"]
    readonly_fields = ["area"]
    fields = ["posting", "position", "city", "state", "country", "area"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("posting__description")
