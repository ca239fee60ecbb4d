"""What editors store and readers type is shown as text, wherever it shows."""

from urllib.parse import quote

import pytest

from careers.models import Occupation, OccupationText, Release, Skill, SkillRating, Source, StatedFact
from tests.site.html import parse

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
JSON_LD = {"type": "application/ld+json"}
BREAKOUT = "\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def hostile():
    """A job title whose every text tries to become markup, and its source."""
    source = Source.objects.create(
        slug="hostile",
        name=SCRIPT,
        short_name=SCRIPT,
        publisher=BREAKOUT,
        licence=SCRIPT,
        note=BREAKOUT,
        states_area=False,
    )
    release = Release.objects.create(source=source, label=BREAKOUT)
    career = Occupation.objects.create(
        title=f"Zymologist {SCRIPT}",
        plural_title=f"{SCRIPT}s {BREAKOUT}",
        slug="hostile-career",
        level=Occupation.Level.JOB_TITLE,
        closest_occupation=Occupation.objects.get(soc_code="29-1141"),
    )
    OccupationText.objects.create(occupation=career, summary=f"{SCRIPT}\n\n{BREAKOUT}")
    for topic in StatedFact.Topic.values[2:]:
        StatedFact.objects.create(occupation=career, release=release, topic=topic, text=f"{SCRIPT}{BREAKOUT}")
    missing = {"importance": "not_collected", "level": "not_collected"}
    for rank, name in enumerate((SCRIPT, BREAKOUT, "Listening"), start=1):
        skill = Skill.objects.create(name=name, slug=f"hostile-{rank}")
        SkillRating.objects.create(
            occupation=career, skill=skill, rank=rank, release=release, missing=missing
        )
    return career


def assert_only_text(response, said=()):
    page = parse(response)
    for script in page.all("script"):
        assert script.attrs.get("src", "").startswith("/static/") or script.attrs == JSON_LD
    assert all(image.attrs["src"].startswith("/static/") for image in page.all("img"))
    assert not [name for element in page.walk() for name in element.attrs if name.startswith("on")]
    for text in said:
        assert text in page.text


@pytest.mark.parametrize(
    "address",
    [
        "/careers/?q=alert",
        "/search/?q=zymologist",
        "/careers/hostile-career/",
        "/careers/hostile-career/pay/",
        "/compare/hostile-career-vs-registered-nurses/",
        "/compare/registered-nurses-vs-hostile-career/",
        "/compare/zymologists/",
        "/compare/hostile-career-vs-actors-vs-dancers/",
        "/sources/",
        "/sources/hostile/",
    ],
)
def test_a_job_title_that_is_markup_shows_as_text(client, hostile, address):
    assert_only_text(client.get(address, follow=True), said=[SCRIPT])


def test_it_is_suggested_as_text_too(client, hostile):
    for address in ("/careers/zymologists/", "/compare/zymologists-vs-actors/"):
        response = client.get(address)
        assert response.status_code == 404
        assert_only_text(response, said=[f"Zymologist {SCRIPT}"])


@pytest.mark.parametrize("typed", [SCRIPT, BREAKOUT, "{{ 7|add:7 }}", "&lt;b&gt;"])
@pytest.mark.parametrize(
    "address",
    [
        "/careers/?q={}",
        "/careers/?q={}&group=management-occupations&pay_min=1",
        "/search/?q={}",
        "/search/?q={}&exact=1&kind={}&page={}",
        "/careers/?pay_min={}&pay_max={}",
        "/careers/?group={}&sort={}&page={}",
        "/careers/registered-nurses/pay/?sort={}",
        "/compare/?a={}&b={}",
        "/compare/{}-vs-actors/",
        "/compare/{}/",
        "/{}/",
    ],
)
def test_what_a_reader_types_comes_back_as_text(client, address, typed):
    response = client.get(address.replace("{}", quote(typed, safe="")), follow=True)
    assert response.status_code in {200, 404}
    assert_only_text(response)
    assert "14" not in parse(response).one("h1").text


def test_a_twin_is_never_taken_for_a_page(client, hostile):
    for twin, kind in (("json", "application/json"), ("csv", "text/csv; charset=utf-8")):
        for address in ("/careers", "/careers/hostile-career", "/compare/hostile-career-vs-actors"):
            response = client.get(f"{address}.{twin}")
            assert response["Content-Type"] == kind
            assert response["X-Content-Type-Options"] == "nosniff"
