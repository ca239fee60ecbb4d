"""Every kind of page passes axe (WCAG 2.2 A and AA, best practices): by day, by night, in forced colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.addresses import FIVE, MUCH_ASKED, REFERENCE

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "careers": "/careers/",
    "careers as a plot": "/careers/?view=plot",
    "careers as a map": "/careers/?view=map",
    "careers as a table": "/careers/?q=nurse&place=texas&prices=adjusted&view=table",
    "careers, much asked": MUCH_ASKED,
    "careers, nothing found": "/careers/?q=xyzzy&pay_min=50000",
    "careers, wrong filter": "/careers/?pay_min=abc",
    "search": "/search/?q=engineering",
    "search, nothing found": "/search/?q=qxzvk&exact=1",
    "occupation": "/careers/registered-nurses/",
    "pay": "/careers/actors/pay/",
    "skills": "/careers/registered-nurses/skills/",
    "education": "/careers/registered-nurses/education/",
    "people": "/careers/dentists-general/demographics/",
    "outlook": "/careers/registered-nurses/outlook/",
    "residual occupation": "/careers/managers-all-other/",
    "places": "/places/",
    "place": "/places/abilene-tx/",
    "industry": "/industries/utilities/",
    "jobs": "/jobs/",
    "jobs in a place": "/jobs/?place=seattle-tacoma-bellevue-wa&radius=100&pay_min=20&pay_unit=hour",
    "jobs, wrong filter": "/jobs/?pay_min=abc",
    "companies": "/companies/?sector=communication-services",
    "company": "/companies/mayo-clinic/",
    "comparison": REFERENCE,
    "comparison of five": FIVE,
    "move": "/compare/registered-nurses-vs-actors/move/",
    "comparison to embed": FIVE + "embed/",
    "picker": "/compare/?a=nurse&b=actors",
    "sources": "/sources/",
    "source": "/sources/oews/",
    "figures": "/figures/",
    "ranking": "/companies/best/",
    "report": "/report/?figure=annual_mean&page=/careers/actors/",
    "figures to report": "/places/texas/?report=1",
    "not found": "/careers/regstered-nurses/",
    "styleguide": "/styleguide/",
}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # It would look for what a stylesheet imports beside the page.
    "preload": False,
}
# All that forced colours can change of a page that passes without them.
RULES_OF_COLOUR = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach(part => { part.open = true })"


@pytest.fixture(scope="module")
def axe():
    return Axe()


# What colours make of a page does not hang on its width, nor its layout on the scheme.
@pytest.mark.parametrize(("width", "dark"), [(360, False), (1440, True)], ids=["small", "large"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit, axe, name, width, dark):
    page = visit(width, dark=dark).open(PAGES[name])
    if name != "pay":
        page.evaluate(OPEN_EVERYTHING)
    found = axe.run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.emulate_media(forced_colors="active")
    found = axe.run(page, options=RULES_OF_COLOUR)
    assert found.violations_count == 0, found.generate_report()
