from django.urls import path

from .views import careers_list, figures, home, occupations, sources

app_name = "careers"
urlpatterns = [
    path("", home.home, name="home"),
    path("careers/", careers_list.careers, name="list"),
    path("careers.<str:twin>", careers_list.careers, name="list_twin"),
    path("careers/<slug:slug>/", occupations.occupation, name="occupation"),
    path("careers/<slug:slug>.<str:twin>", occupations.occupation, name="occupation_twin"),
    path("careers/<slug:slug>/pay/", occupations.pay, name="pay"),
    path("careers/<slug:slug>/pay.<str:twin>", occupations.pay, name="pay_twin"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources/<slug:slug>.<str:twin>", sources.source, name="source_twin"),
    path("figures/", figures.figures, name="figures"),
    path("figures.<str:twin>", figures.figures, name="figures_twin"),
]
