from django.shortcuts import redirect
from django.utils.translation import gettext as _

from careers.charts import cards
from careers.charts.ranges import range_chart
from careers.selectors.examples import SEPARATOR
from careers.selectors.paid import paid
from careers.views.cards import line, picture
from comparisons.addresses import of
from comparisons.selectors.comparison import occupations

from .compared import careers_of, slugs_of


def card(request, pair):
    """The pay ranges of a comparison as one picture, for where its page is shared."""
    slugs = slugs_of(pair)
    found = occupations(slugs)
    if len(slugs) == 1 and slugs[0] in found:
        return redirect("careers:card", slugs[0])
    careers = careers_of(slugs, found)
    if pair != SEPARATOR.join(slugs):
        return redirect(address(slugs))
    profiles = paid(careers)
    lines = [line(profile.cell("pay_range"), profile.plural) for profile in profiles]
    title = _(" vs ").join(profile.plural for profile in profiles)
    return picture(request, cards.card(title, lines, range_chart("card", profiles), _("Career portal")))


def address(slugs) -> str:
    return of("card", slugs)


def in_head(slugs, told: str) -> dict:
    """What a page about the compared passes on for its head; `told` says what the picture shows."""
    return {"card_url": address(slugs), "card_alt": told}
