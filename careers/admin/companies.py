from django.contrib import admin

from careers.models import Company

from .base import PortalAdmin


@admin.register(Company)
class CompanyAdmin(PortalAdmin):
    named_by = "name"
    list_display = ["name", "website"]
    search_fields = ["name"]
    search_help_text = "Words of the name."
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "slug", "website"],
                "description": "The slug is its address on the site: links break when it changes.",
            },
        )
    ]
