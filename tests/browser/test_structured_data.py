"""Structured data in a real browser: a data block that nothing runs and no policy refuses."""

import pytest

from tests.site.addresses import FIVE, REFERENCE

pytestmark = pytest.mark.browser

WATCH = """() => {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.blockedURI));
}"""
BLOCKS = """() => [...document.querySelectorAll('script[type="application/ld+json"]')]
  .map((block) => JSON.parse(block.textContent)['@graph'].map((node) => node['@type']))"""


@pytest.mark.parametrize("address", ["/careers/registered-nurses/", REFERENCE, FIVE])
def test_the_browser_reads_it_as_json_and_the_policy_lets_it_be(visit, address):
    tab = visit()
    tab.page.add_init_script(f"({WATCH})()")
    page = tab.open(address)
    assert page.evaluate("() => window.refused") == []
    (kinds,) = page.evaluate(BLOCKS)
    assert kinds[0] == "BreadcrumbList"
    assert set(kinds[1:]) == {"Occupation"}
