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


# What stands alone; a link in a sentence is as high as its line. Small print has room around it (::after).
TOO_SMALL = """() => [...document.querySelectorAll(
  'a[href], button, summary, input:not([type=hidden]), select, textarea')].filter(element => {
  const height = box => box ? box.getBoundingClientRect().height : 0;
  const room = getComputedStyle(element, '::after');
  const inset = room.position === 'absolute' ? -parseFloat(room.top) - parseFloat(room.bottom) : 0;
  const said = element.textContent.trim().length, around = element.parentElement.textContent.trim().length;
  const inSentence = getComputedStyle(element).display === 'inline' && around > said + 3;
  if (!height(element) || inSentence || element.closest('.visually-hidden, .skip-link, svg')) return false;
  return Math.max(height(element) + inset, height(element.labels && element.labels[0])) < 43.5;
}).map(element => element.parentElement.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_alone_is_as_large_as_a_finger(visit, name):
    page = visit(360).open(PAGES[name])
    assert page.evaluate(TOO_SMALL) == []
