"""What all of the admin shares: speed with hundreds of thousands of rows, and plain words."""

import logging

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import IntegrityError, models
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Missing
from careers.search import following

from .asked import AskedLists
from .autocomplete import KnownAutocompletes, KnownSelect
from .colliding import Colliding
from .correcting import Correctable
from .deleted import Restorable
from .deletion import going_along, protecting
from .filters import AutocompleteFilter
from .history import Versioned
from .markdown import MarkdownFields
from .paging import BigList, LatePaginator
from .reasons import ExplainedForm, explained_form, reason_name
from .search import matching
from .sheets import Sheets

logger = logging.getLogger(__name__)

ONE_OCCUPATION = "occupation__id__exact"
SOURCE_NOTE = _(
    "Everything published names its release. What a reader sees is what is in force: "
    "of the same figure or fact in several releases, one."
)


class PortalAdmin(
    AskedLists,
    Restorable,
    Colliding,
    Versioned,
    Sheets,
    MarkdownFields,
    KnownAutocompletes,
    admin.ModelAdmin,
):
    show_full_result_count = False
    list_per_page = 50
    paginator = LatePaginator
    # The field that names a row: what begins with the typed words stands first in autocompletes.
    named_by = ""
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    @property
    def media(self):
        # The filters' autocompletes; a list filter has no media of its own.
        typed = [
            KnownSelect(self.model._meta.get_field(entry[0]), self.admin_site)
            for entry in self.list_filter
            if isinstance(entry, tuple) and entry[1] is AutocompleteFilter
        ]
        return sum((widget.media for widget in typed[:1]), super().media)

    def get_queryset(self, request):
        # For the form as well as the list: the names of related rows come with the row.
        queryset = super().get_queryset(request)
        related = self.get_list_select_related(request)
        return queryset.select_related(*related) if related else queryset

    def changelist_view(self, request, extra_context=None):
        # “Select company to change” would be a command, and the same for who may only look.
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    def get_object(self, request, *args, **kwargs):
        obj = super().get_object(request, *args, **kwargs)
        if obj is not None:
            # For what is worked out for its page, of which Django tells the row alone.
            obj.looked_at_by = request.user
        return obj

    def get_search_results(self, request, queryset, search_term):
        search_term = search_term.replace("\0", "")  # PostgreSQL takes none; an autocomplete checks nothing
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if self.named_by and search_term and request.resolver_match.url_name == "autocomplete":
            begins = models.Q(**{f"{self.named_by}__istartswith": search_term.strip()})
            first = models.Case(models.When(begins, then=0), default=1)
            found = found.order_by(first, self.named_by, "pk")
        return found, duplicates

    def get_deleted_objects(self, objs, request):
        if not objs:
            return [], {}, set(), []
        if protected := protecting(objs, self.admin_site):
            return [], {}, set(), protected
        return going_along(objs, request, self.admin_site)

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError as error:
            # The form was valid when it was checked: somebody else saved in between.
            logger.warning("Refused by the database: %s", error)
            messages.error(request, gettext("Nothing was saved: {why}").format(why=self._explain(error)))
            return redirect(request.get_full_path())

    def _explain(self, error: IntegrityError) -> str:
        for constraint in self.model._meta.constraints:
            if constraint.name in str(error):
                return constraint.get_violation_error_message()
        return gettext(
            "somebody else changed the same thing at the same moment. Look again and repeat your change."
        )


class PublishedAdmin(PortalAdmin):
    """Base of the admins of what a release publishes: the release, and whether it is in force."""

    # What its search looks through: names of related rows (two foreign keys at most), texts of its own.
    searched = {"occupation": ("title", "soc_code")}
    searched_texts: tuple[str, ...] = ()
    search_help_text = _("Words of the occupation's title, or its SOC code.")
    # Django shows the search box where this is set; `get_search_results` does the work.
    search_fields = ["pk"]
    autocomplete_fields = ["occupation", "release"]
    list_select_related = ["occupation", "release__source"]
    ordering = ["occupation_id", "id"]
    # The order that reads best, where a filter leaves one occupation's rows: those few can be sorted.
    ordering_of_one: list[str] = []
    readonly_fields = ["provenance"]
    actions = ["take_out_of_force"]

    SOURCE_FIELDSET = (
        _("Where it comes from"),
        {"fields": ["release", "provenance", "is_current"], "description": SOURCE_NOTE},
    )
    MAX_TAKEN_OUT = 1000

    def get_changelist(self, request, **kwargs):
        return BigList

    def get_ordering(self, request):
        if self.ordering_of_one and ONE_OCCUPATION in request.GET:
            return self.ordering_of_one
        return super().get_ordering(request)

    def get_search_results(self, request, queryset, search_term):
        if not search_term.split():
            return queryset, False
        return queryset.filter(matching(self.model, self.searched, search_term, self.searched_texts)), False

    def get_actions(self, request):
        actions = super().get_actions(request)
        # Rows are taken out of force, which can be undone; one can be deleted on its own page.
        actions.pop("delete_selected", None)
        return actions

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["subtitle"] = self.describe(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def render_delete_form(self, request, context):
        context["subtitle"] = self.describe(context["object"])
        return super().render_delete_form(request, context)

    def log_addition(self, request, obj, message):
        return self._named(super().log_addition(request, obj, message), obj)

    def log_change(self, request, obj, message):
        return self._named(super().log_change(request, obj, message), obj)

    def _named(self, entry, obj):
        """“Pay 30000” would tell nobody in the recent actions what was changed."""
        entry.object_repr = self.describe(obj)[:200]
        entry.save(update_fields=["object_repr"])
        return entry

    def describe(self, obj) -> str:
        """The row in words, for the head of its page and the recent actions."""
        return f"{obj.occupation}: {obj}"

    @admin.display(description=_("published by"))
    def provenance(self, obj):
        if not obj or not obj.release_id:
            return gettext("Choose the release; save to see it here.")
        release, source = obj.release, obj.release.source
        return format_html(
            '{}: <a href="{}">{}, {}</a>',
            source.publisher,
            reverse("admin:careers_release_change", args=[release.pk]),
            source.name,
            release.label,
        )

    @admin.display(description=_("occupation"))
    def about(self, obj):
        return obj.occupation

    @admin.display(description=_("release"))
    def from_release(self, obj):
        return obj.release

    @admin.action(description=_("Take the selected rows out of force"), permissions=["change"])
    def take_out_of_force(self, request, queryset):
        keys = list(queryset.current().order_by().values_list("pk", flat=True)[: self.MAX_TAKEN_OUT + 1])
        if len(keys) > self.MAX_TAKEN_OUT:
            message = gettext("Nothing was changed: choose at most {most:,} rows in force at a time.").format(
                most=self.MAX_TAKEN_OUT
            )
            self.message_user(request, message, messages.ERROR)
            return
        rows = self.model.objects.filter(pk__in=keys)
        LogEntry.objects.log_actions(request.user.pk, rows, CHANGE, [{"changed": {"fields": ["in force"]}}])
        taken_out = rows.update(is_current=False)
        following.refresh(rows)
        self.message_user(request, gettext("{taken_out:,} taken out of force.").format(taken_out=taken_out))


class FigureAdmin(Correctable, PublishedAdmin):
    """Base of the admins of figures: beside each that may be empty, the reason.

    What a publisher gave is not typed over: it is corrected, and stands beside the correction.
    """

    base_form = ExplainedForm
    readonly_fields = ["provenance", "corrections"]

    SOURCE_FIELDSET = (
        _("Where it comes from"),
        {"fields": ["corrections", "release", "provenance", "is_current"], "description": SOURCE_NOTE},
    )

    def __init__(self, model, admin_site):
        self.form = explained_form(model, self.base_form)
        for figure in model.EXPLAINED:
            # For those who may look but not change, Django asks the admin for what is no model field.
            setattr(self, reason_name(figure), _reason_display(figure))
        super().__init__(model, admin_site)


def _reason_display(figure: str):
    @admin.display(description=format_lazy(_("why {figure} is missing"), figure=_(figure.replace("_", " "))))
    def reason(obj):
        code = obj.reason_for(figure)
        return Missing(code).label if code in Missing.values else code

    return reason
