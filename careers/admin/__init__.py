"""The admin of the careers: a file per models file. Importing this package registers all of it."""

from django.contrib import admin

from . import (  # noqa: F401
    areas,
    census,
    colleges,
    companies,
    demographics,
    desk,
    education,
    feeds,
    import_jobs,
    industries,
    majors,
    occupations,
    offers,
    onet,
    outlook,
    postings,
    preparation,
    prices,
    reports,
    skills,
    sources,
    statements,
    synonyms,
    titles,
    wages,
)

admin.site.site_header = "Career portal"
admin.site.site_title = "Career portal"
admin.site.index_title = "Figures and texts"
