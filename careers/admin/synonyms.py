from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careers.models import Synonym

from .base import PortalAdmin


@admin.register(Synonym)
class SynonymAdmin(PortalAdmin):
    named_by = "term"
    list_display = ["term", "meaning", "is_in_use"]
    list_filter = ["is_in_use"]
    search_fields = ["term", "meaning"]
    search_help_text = _("What people type, or words of what it means.")
    ordering = ["term"]
    fieldsets = [
        (
            None,
            {
                "fields": ["term", "meaning", "is_in_use"],
                "description": _(
                    "Whoever types the first finds what the second finds. A form of a word stands "
                    "for the others: “fix” is “fixes” and “fixing” too. Readers see the change at once."
                ),
            },
        )
    ]
