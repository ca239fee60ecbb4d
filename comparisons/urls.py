from django.urls import path

from .views import comparison, index

app_name = "comparisons"
urlpatterns = [
    path("", index.index, name="index"),
    path("<str:pair>/", comparison.comparison, name="comparison"),
    path("<str:pair>.<str:twin>", comparison.comparison, name="comparison_twin"),
]
