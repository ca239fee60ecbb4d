from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

import careers.sitemaps
import comparisons.sitemaps
from careers.views.health import healthz, readyz
from careers.views.preview import preview
from careers.views.robots import robots
from config.api import api, described
from config.styleguide.views import styleguide

SITEMAPS = {"sitemaps": {**careers.sitemaps.SECTIONS, **comparisons.sitemaps.SECTIONS}}
AN_HOUR = 3600


def for_crawlers(view):
    return require_safe(cache_control(public=True, max_age=AN_HOUR)(view))


urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
    path("preview/<str:token>/", preview, name="preview"),
    path("robots.txt", robots, name="robots"),
    path("styleguide/", styleguide, name="styleguide"),
    path(
        "sitemap.xml",
        for_crawlers(sitemaps.index),
        {**SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path("sitemap-<slug:section>.xml", for_crawlers(sitemaps.sitemap), SITEMAPS, name="sitemap_section"),
    path("api/", described, name="api"),
    path("api/v1/", api.urls),
    path("compare/", include("comparisons.urls")),
    path("", include("careers.urls")),
]
handler404 = "careers.views.errors.not_found"
handler500 = "careers.views.faults.server_error"
