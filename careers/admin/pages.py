from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careers.markup import page_from_markdown
from careers.models import Page

from .base import PortalAdmin
from .editorial import EditorialAdmin


@admin.register(Page)
class PageAdmin(EditorialAdmin, PortalAdmin):
    named_by = "title"
    list_display = ["title", "status", "slug"]
    list_filter = ["status"]
    search_fields = ["title"]
    search_help_text = _("Words of the title.")
    prepopulated_fields = {"slug": ["title"]}
    previewed = {"body": page_from_markdown}
    fieldsets = [(None, {"fields": ["title", "slug", "body"]})]
