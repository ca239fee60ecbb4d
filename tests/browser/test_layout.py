"""Nothing scrolls sideways on the smallest phone, and what is pressed is large enough."""

import pytest

from tests.browser.test_accessibility import OPEN_EVERYTHING, PAGES

pytestmark = pytest.mark.browser

TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(element => {
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const clipped = element.closest('.visually-hidden, .skip-link, .scroll-region, svg');
  return !clipped && style.display !== 'none' && box.width && box.right > innerWidth + 1;
}).slice(0, 5).map(element => element.outerHTML.slice(0, 120))"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(visit, name):
    page = visit(320).open(PAGES[name])
    page.evaluate(OPEN_EVERYTHING)
    for width in (320, 768, 1024):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIDEWAYS) == 0, width
        assert page.evaluate(TOO_WIDE) == [], width


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough_to_press_on_a_phone(visit, name):
    page = visit(360).open(PAGES[name])
    small = page.evaluate("""() => [...document.querySelectorAll('button, summary, input, select')]
      .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
      .filter(([_, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)""")
    assert small == []
