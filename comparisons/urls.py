from django.urls import path

from careers.prepared import DRAWINGS

from .views import ahead, card, comparison, embed, in_places, index, move

app_name = "comparisons"
urlpatterns = [
    path("", index.index, name="index"),
    path("<str:pair>/", comparison.comparison, name="comparison"),
    path("<str:pair>.<str:twin>", comparison.comparison, name="comparison_twin"),
    path("<str:pair>/in/<str:places>/", in_places.in_places, name="places"),
    path("<str:pair>/in/<str:places>.<str:twin>", in_places.in_places, name="places_twin"),
    path("<str:pair>/card.png", card.card, name="card"),
    path("<str:pair>/embed/", embed.embed, name="embed"),
    path("<str:pair>/move/", move.move, name="move"),
    path("<str:pair>/move.<str:twin>", move.move, name="move_twin"),
]

DRAWINGS["profile"] = [ahead.draw]
