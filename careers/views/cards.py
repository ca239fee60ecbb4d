"""The pictures that stand for pages where they are shared."""

from hashlib import sha256

from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _

from careers.charts import cards
from careers.charts.popular import distinct
from careers.charts.ranges import range_chart
from careers.models import Occupation
from careers.selectors import home
from careers.selectors.cells import Cell
from careers.selectors.paid import paid

from .errors import NoSuchCareer

AN_HOUR = 3600
ON_SITE_CARD = 4  # careers
# Goes up when a change of careers/charts/cards.py makes other pictures of the same figures.
DRAWN = 1


def occupation(request, slug):
    found = Occupation.objects.listed().filter(slug=slug).first()
    if found is None:
        raise NoSuchCareer(slug)
    (profile,) = paid([found])
    pay, facts = profile.cell("pay_range"), [profile.cell(key) for key in ("annual_mean", "employment")]
    card = cards.card(
        profile.title,
        [line(pay)],
        range_chart("card", [profile], [str(pay.label)]),
        _("Career portal"),
        [line(cell) for cell in facts],
    )
    return picture(request, card)


def site(request):
    """For the front page and for every page that has none of its own."""
    profiles = [one for one in distinct(home.popular()) if not one.is_job_title][:ON_SITE_CARD]
    lines = [line(profile.cell("pay_range"), profile.plural) for profile in profiles]
    title = _("Choose between careers on figures you can check")
    return picture(request, cards.card(title, lines, range_chart("card", profiles), _("Career portal")))


def line(cell: Cell, name: str = "") -> cards.Line:
    """A figure in words, or why it is missing."""
    unit = f", {cell.unit}" if cell.unit.startswith("US dollars") else ""
    return cards.Line(name or str(cell.label), str(cell.reason) if cell.missing else f"{cell.said}{unit}")


def picture(request, card: cards.Card) -> HttpResponse:
    """A card as PNG; one that the reader has already is not drawn again."""
    tag = f'"{sha256(repr((DRAWN, card)).encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = HttpResponse(cards.draw(card), content_type="image/png")
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=AN_HOUR)
    return response


def of_occupation(found: Occupation, told: str) -> dict:
    """What a page of the career passes on for its head."""
    return {"card_url": reverse("careers:card", args=[found.slug]), "card_alt": told}
