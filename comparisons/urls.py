from django.urls import path

from . import views

app_name = "comparisons"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:pair>/", views.comparison, name="comparison"),
    path("<str:pair>.<str:twin>", views.comparison, name="comparison_twin"),
]
