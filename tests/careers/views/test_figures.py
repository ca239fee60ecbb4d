"""The page that says what each figure means."""

import csv
import io

import pytest

from careers.catalogue import FIGURES
from tests.site.html import parse

pytestmark = pytest.mark.django_db


def test_every_figure_has_an_entry_to_link_to(client):
    page = parse(client.get("/figures/"))
    for key, definition in FIGURES.items():
        assert page.with_id(key).text == definition.label
        assert page.with_id(key).parent.all("dd")


def test_every_figure_has_a_meaning_and_differs_from_figures_that_exist():
    for key, definition in FIGURES.items():
        assert definition.meaning, key
        assert {other for other, _ in definition.not_to_confuse} <= set(FIGURES), key


def test_what_is_easily_confused_is_told_apart():
    def told_apart(key):
        return {other for other, _ in FIGURES[key].not_to_confuse}

    assert "openings" in told_apart("employment")
    assert "employment" in told_apart("openings")
    assert "common_major" in told_apart("related_major")
    assert "annual_median" in told_apart("annual_mean")
    assert "common_degree" in told_apart("entry_education")


def test_openings_are_told_from_postings():
    assert "posting" in FIGURES["openings"].meaning + str(FIGURES["openings"].not_to_confuse)


def test_an_entry_links_to_its_sources(client):
    page = client.get("/figures/").content.decode()
    growth = page[page.index('id="growth"') : page.index('id="openings"')]
    assert 'href="/sources/employment-projections/"' in growth


def test_the_twins_tell_the_same(client):
    told = [entry for theme in client.get("/figures.json").json()["themes"] for entry in theme["figures"]]
    assert [entry["figure"] for entry in told] == list(FIGURES)
    rows = list(csv.DictReader(io.StringIO(client.get("/figures.csv").content.decode())))
    assert [row["meaning"] for row in rows] == [entry["meaning"] for entry in told]


def test_the_page_of_figures_takes_three_queries(client, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get("/figures/")


def test_a_figure_on_a_page_leads_to_its_meaning(client):
    page = parse(client.get("/careers/registered-nurses/"))
    meanings = [link.attrs["href"] for link in page.all("a") if link.text == "What it means"]
    assert "/figures/#annual_mean" in meanings
    assert {address.removeprefix("/figures/#") for address in meanings} <= set(FIGURES)
