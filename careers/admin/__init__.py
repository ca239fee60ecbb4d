"""The admin of the careers: a file per models file. Importing this package registers all of it."""

from django.contrib import admin

from . import (  # noqa: F401
    areas,
    companies,
    demographics,
    education,
    industries,
    occupations,
    outlook,
    skills,
    sources,
    statements,
    wages,
)

admin.site.site_header = "Career portal"
admin.site.site_title = "Career portal"
admin.site.index_title = "Figures and texts"
