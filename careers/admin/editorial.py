"""The admin of what editors write: states by buttons, drafts beside what is published, no silent loss."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.desk import collisions, drafts, preview, publishing
from careers.desk.checks import Finding
from careers.desk.roles import PUBLISH
from careers.models import Status

from . import standing
from .history import NOTE
from .watching import OVER, UNKNOWN, told

MOST_TOLD = 5  # of what the checks say


class Unlabelled(forms.HiddenInput):
    def id_for_label(self, id_):
        return ""  # HTML lets no label stand for a field that nobody sees


class Carried(forms.CharField):
    """What a form carries along, which is no change of anybody's."""

    widget = Unlabelled

    def has_changed(self, initial, data):
        return False


class EditorialForm(forms.ModelForm):
    """Carries the version that it shows, and saves over another's change on purpose only."""

    version = Carried(label=gettext_lazy("Version"), required=False)
    goes_live_at = forms.SplitDateTimeField(
        label=gettext_lazy("Publish this change at"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=gettext_lazy(
            "When the draft replaces what readers see (UTC), once a publisher has approved it; empty "
            "for at once. It may take a minute longer."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = drafts.values(self.instance)
        self.collision = []
        if self.instance.pk:
            self.initial["version"] = collisions.version(self.found)
        draft = getattr(self.instance, "desk_draft", None)
        if draft and draft.content:
            self.initial |= {"goes_live_at": draft.publish_at, NOTE: draft.note}

    def _post_clean(self):
        super()._post_clean()
        if self.instance.pk and "version" in self.fields:
            self._look_for_a_collision()

    def _look_for_a_collision(self):
        base = collisions.carried(self.data.get(self.add_prefix("version"), ""))
        if base is None:
            self.add_error(None, UNKNOWN)
            return
        mine = drafts.values(self.instance)
        found = collisions.differences(type(self.instance), base, self.found, mine, self.found)
        if not found:
            return
        seal = collisions.seal(self.found)
        if self.data.get(OVER) == seal:
            # What the second did not touch stays as the first left it.
            kept = {each.field: self.found[each.field] for each in found if not each.is_mine_too}
            drafts.put(self.instance, kept)
            return
        self.collision = found
        self.add_error(None, told(found, OVER, seal, self.instance))


class EditorialAdmin(admin.ModelAdmin):
    """Stands before PortalAdmin. A field named `status` is nobody's to type; steps are buttons.

    What is saved of something published becomes a draft beside it, which readers see nothing of.
    """

    DATES = ("publish_at", "unpublish_at", "review_by")
    # Button, what it says, and what it does.
    STEPS = {
        "_submit_for_review": publishing.submit,
        "_publish": publishing.publish,
        "_archive": publishing.archive,
        "_return_to_draft": publishing.return_to_draft,
        "_discard": publishing.discard,
    }

    def get_form(self, request, obj=None, change=False, **kwargs):
        own = self.form
        kwargs["form"] = type(own.__name__, (EditorialForm, own), {})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "standing"]

    def get_fieldsets(self, request, obj=None):
        fields = ["standing", *self.DATES]
        if obj and self.has_change_permission(request, obj):
            fields += ["goes_live_at"] if obj.status == Status.PUBLISHED else []
            fields.append("version")
        plain = [
            (title, {**options, "fields": [each for each in options["fields"] if each != "status"]})
            for title, options in super().get_fieldsets(request, obj)
        ]
        return [*plain, (_("Publishing"), {"fields": fields})]

    def get_list_filter(self, request):
        given = super().get_list_filter(request)
        return given if "status" in given else [*given, "status"]

    def get_object(self, request, object_id, from_field=None):
        if request.method == "POST" and _is_form(request):
            self._hold(object_id)
        row = super().get_object(request, object_id, from_field)
        if row and _is_form(request):
            row.desk_draft = drafts.of(row)
            if row.status == Status.PUBLISHED:
                row.desk_live = drafts.values(row)
            if row.desk_draft and row.status == Status.PUBLISHED:
                drafts.put(row, row.desk_draft.content)
        return row

    def _hold(self, object_id):
        """Who saves second waits until the first is done, and then sees what was done."""
        field = self.opts.pk
        try:
            key = field.to_python(object_id)
        except forms.ValidationError:
            return
        held = self.model._base_manager.select_for_update().filter(pk=key)
        held.values_list("pk", flat=True).first()

    def save_model(self, request, obj, form, change):
        live = getattr(obj, "desk_live", None)
        if not change:
            obj.status = Status.DRAFT
        if live is None:
            super().save_model(request, obj, form, change)
            return
        given = form.cleaned_data
        obj.desk_draft = drafts.write(
            obj, live, request.user, given.get("goes_live_at"), given.get(NOTE) or ""
        )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        row, draft = form.instance, getattr(form.instance, "desk_draft", None)
        if draft is None or draft.content or row.status == Status.PUBLISHED:
            return
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            drafts.drop_approval(row)
            if draft.approved_by:
                messages.warning(
                    request, _("It was approved as it was: a publisher has to publish it again.")
                )

    def response_add(self, request, obj, *args, **kwargs):
        return self._step(request, obj) or super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request, obj):
        if answer := self._step(request, obj):
            return answer
        if getattr(obj, "desk_live", None) and getattr(obj, "desk_draft", None):
            messages.info(request, _("Saved as a draft: readers see what was published until this is, too."))
        return super().response_change(request, obj)

    def _step(self, request, obj):
        step = next((does for name, does in self.STEPS.items() if name in request.POST), None)
        if step is None:
            return None
        row = self.model._base_manager.get(pk=obj.pk)
        try:
            if step is publishing.publish and (reason := self.barred(obj)):
                raise publishing.Refused(reason)
            done = step(row, request.user)
        except publishing.Refused as refusal:
            ways = {found.message: _with_the_way(found) for found in getattr(row, "desk_findings", ())}
            for reason in refusal.reasons:
                messages.error(request, ways.get(reason, reason))
        else:
            messages.success(request, done or _("{row}: done.").format(row=row))
            for found in getattr(row, "desk_findings", ())[:MOST_TOLD]:
                messages.warning(request, _with_the_way(found))
        return HttpResponseRedirect(self._form_address(obj))

    def barred(self, obj) -> str:
        """What keeps it from being published, beyond its rules and the checks; HTML where marked."""
        return ""

    def has_publish_permission(self, request) -> bool:
        """For actions."""
        return request.user.has_perm(PUBLISH)

    def _form_address(self, obj):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def render_change_form(self, request, context, *args, obj=None, change=False, **kwargs):
        if self.has_change_permission(request, obj):
            context["steps"] = list(self._steps(request, obj))
        draft = getattr(obj, "desk_draft", None)
        if obj and request.method == "GET" and (draft or obj.status != Status.PUBLISHED):
            context["preview_url"] = preview.address(obj)
        return super().render_change_form(request, context, *args, obj=obj, change=change, **kwargs)

    def _steps(self, request, obj):
        """The buttons that can be pressed now."""
        status = obj.status if obj else Status.DRAFT
        publishes = request.user.has_perm(PUBLISH)
        if status in (Status.DRAFT, Status.PUBLISHED):
            yield "_submit_for_review", _("Save and submit for review")
        if publishes and status != Status.ARCHIVED:
            yield "_publish", _("Save and publish")
        if status == Status.PUBLISHED and getattr(obj, "desk_draft", None):
            yield "_discard", _("Drop the draft")
        if status in (Status.IN_REVIEW, Status.ARCHIVED) or (publishes and status == Status.PUBLISHED):
            yield "_return_to_draft", _("Make it a draft again")
        if obj and status != Status.ARCHIVED and (publishes or status != Status.PUBLISHED):
            yield "_archive", _("Archive")

    def view_on_site(self, obj):
        return preview.page_of(obj) if obj.status == Status.PUBLISHED else None

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.status != Status.PUBLISHED or request.user.has_perm(PUBLISH))

    def delete_model(self, request, obj):
        drafts.drop(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            drafts.drop(row)
        super().delete_queryset(request, queryset)

    @admin.display(description=gettext_lazy("where it stands"))
    def standing(self, obj):
        if not obj or not obj.pk:
            return _("A draft, once it is saved.")
        return standing.of(obj, getattr(obj, "desk_draft", None), bool(self.inlines))


def _with_the_way(found: Finding):
    return (
        format_html(_('{} <a href="{}">Go to it.</a>'), found.message, found.url)
        if found.url
        else found.message
    )


def _is_form(request) -> bool:
    match = request.resolver_match
    return bool(match) and str(match.url_name).endswith("_change")
