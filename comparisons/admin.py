"""The admin of curated comparisons: choose, write, look at it as a reader would, publish."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.admin.autocomplete import KnownChoicesForm
from careers.admin.base import PortalAdmin
from careers.admin.editorial import EditorialAdmin
from careers.desk import publishing
from careers.markup import from_markdown

from .models import FEWEST, SEATS, CuratedComparison

Status = CuratedComparison.Status
TOO_FEW = _("A comparison needs two careers at least: choose another.")


class CuratedForm(KnownChoicesForm):
    """Closes the gap that a career leaves when it is taken out, and tells what bars the comparison."""

    def clean(self):
        cleaned = super().clean()
        if any(seat in self.errors or seat not in self.fields for seat in SEATS):
            return cleaned
        chosen = {}
        for seat in SEATS:
            career = cleaned.get(seat)
            if career in chosen:
                message = gettext("{title} is the {seat} career already: name each once.").format(
                    title=career.title, seat=chosen[career]
                )
                self.add_error(seat, message)
            elif career:
                chosen[career] = seat
        if any(seat in self.errors for seat in SEATS):
            return cleaned
        if len(chosen) < FEWEST:
            self.add_error(SEATS[len(chosen)], TOO_FEW)
            return cleaned
        cleaned |= dict.fromkeys(SEATS) | dict(zip(SEATS, chosen, strict=False))
        return cleaned


def barred_by(rival: CuratedComparison):
    return format_html(
        gettext(
            'Of the same careers “<a href="{}">{}</a>” is published. '
            "Make that a draft first, or keep this one."
        ),
        reverse("admin:comparisons_curatedcomparison_change", args=[rival.pk]),
        rival.title,
    )


@admin.register(CuratedComparison)
class CuratedComparisonAdmin(EditorialAdmin, PortalAdmin):
    form = CuratedForm
    list_display = ["title", "careers", "status", "changed_at"]
    list_filter = ["status"]
    list_select_related = list(SEATS)
    search_fields = ["title", *(f"{seat}__title" for seat in SEATS)]
    search_help_text = _("Words of the title, or of the title of a career.")
    ordering = ["-changed_at", "-pk"]
    autocomplete_fields = list(SEATS)
    previewed = {"introduction": from_markdown, "verdict": from_markdown}
    actions = ["publish", "make_drafts"]
    fieldsets = [
        (
            _("What is compared"),
            {
                "fields": list(SEATS),
                "description": _(
                    "Two to five careers, in the order in which readers see them. The address of "
                    "their comparison in this order is the one that search engines are told of."
                ),
            },
        ),
        (_("Your words"), {"fields": ["title", "introduction", "verdict"]}),
    ]

    def get_urls(self):
        own = path(
            "<int:key>/preview/",
            self.admin_site.admin_view(self.preview),
            name="comparisons_curatedcomparison_preview",
        )
        return [own, *super().get_urls()]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        # Which of the five stay empty does not matter: the form closes gaps, and says when they are too few.
        return super().formfield_for_foreignkey(db_field, request, required=False, **kwargs)

    def preview(self, request, key):
        """The comparison as readers would see it with these words; only reads."""
        from .views.preview import preview  # the pages are not loaded before the admin is

        comparison = get_object_or_404(self.get_queryset(request), pk=key)
        if not self.has_view_permission(request, comparison):
            raise PermissionDenied
        if comparison.status == Status.PUBLISHED:
            return redirect(comparison)
        return preview(request, comparison, reverse("admin:comparisons_curatedcomparison_change", args=[key]))

    def view_on_site(self, obj):
        # Readers see nothing of a draft: it has its preview instead.
        return obj.get_absolute_url() if obj.status == Status.PUBLISHED else None

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["can_preview"] = obj is None or obj.status in (Status.DRAFT, Status.IN_REVIEW)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, *args, **kwargs):
        return self._then_preview(request, obj) or super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request, obj):
        return self._then_preview(request, obj) or super().response_change(request, obj)

    def _then_preview(self, request, obj):
        if "_preview" in request.POST:
            return redirect("admin:comparisons_curatedcomparison_preview", obj.pk)
        return None

    @admin.display(description=_("careers"))
    def careers(self, obj):
        return gettext(" vs ").join(occupation.plural for occupation in obj.occupations)

    def barred(self, obj):
        if unlisted := obj.unlisted():
            return gettext("{unlisted} has no page of its own any more.").format(unlisted=unlisted)
        rival = obj.rival()
        return barred_by(rival) if rival else ""

    @admin.action(description=_("Publish the selected comparisons"), permissions=["publish"])
    def publish(self, request, queryset):
        waiting = queryset.filter(status__in=(Status.DRAFT, Status.IN_REVIEW))
        published = [comparison for comparison in waiting if self._publish(request, comparison)]
        self.message_user(request, gettext("Published: {count}.").format(count=len(published)))

    def _publish(self, request, comparison) -> bool:
        reason = self.barred(comparison)
        if not reason:
            try:
                publishing.publish(comparison, request.user)
            except publishing.Refused as refusal:
                reason = str(refusal)
            else:
                return True
        self.message_user(
            request, format_html(gettext("“{}” stays a draft. {}"), comparison, reason), messages.ERROR
        )
        return False

    @admin.action(description=_("Make the selected comparisons drafts again"), permissions=["publish"])
    def make_drafts(self, request, queryset):
        withdrawn = 0
        for comparison in queryset.filter(status=Status.PUBLISHED):
            try:
                publishing.return_to_draft(comparison, request.user)
                withdrawn += 1
            except publishing.Refused as refusal:
                said = format_html(gettext("“{}” stays published. {}"), comparison, refusal)
                self.message_user(request, said, messages.ERROR)
        self.message_user(request, gettext("Made drafts: {withdrawn}.").format(withdrawn=withdrawn))
