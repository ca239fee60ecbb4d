from django.contrib import admin
from django.urls import include, path

from careers.views.health import healthz

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("compare/", include("comparisons.urls")),
    path("", include("careers.urls")),
]
handler404 = "careers.views.errors.not_found"
