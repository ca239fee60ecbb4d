"""The front page leads to every kind of page."""

import pytest

from tests.site.html import parse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "url",
    [
        "/places/",
        "/industries/",
        "/figures/",
        "/sources/",
        "/compare/",
        "/careers/",
        "/jobs/",
        "/companies/",
        "/companies/best/",
    ]
    + [
        f"/careers/software-developers/{page}/" for page in ("skills", "education", "demographics", "outlook")
    ],
)
def test_the_front_page_leads_to_every_kind_of_page(client, url):
    assert url in parse(client.get("/")).one("main").links.values()
