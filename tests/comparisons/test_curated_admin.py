"""An editor chooses careers, writes, looks at the draft as a reader would, and publishes it."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from careers.models import Occupation
from comparisons.models import SEATS, CuratedComparison
from comparisons.selectors import curated
from tests.careers.admin.forms import posted, said
from tests.comparisons.curating import DRAFT, PUBLISHED, careers, comparison_of
from tests.site.html import parse

pytestmark = pytest.mark.django_db

LIST = "/admin/comparisons/curatedcomparison/"
ADD = f"{LIST}add/"
MAX_QUERIES = 20


def change(comparison) -> str:
    return f"{LIST}{comparison.pk}/change/"


def preview(comparison) -> str:
    return f"{LIST}{comparison.pk}/preview/"


def seats(*slugs) -> dict[str, str]:
    keys = [str(career.pk) for career in careers(*slugs)]
    return dict.fromkeys(SEATS, "") | dict(zip(SEATS, keys, strict=False))


@pytest.fixture
def write(admin_client):
    """Fill in the form of a comparison, a new one where none is given, and save it."""

    def write(comparison=None, step="_save", **typed):
        address = change(comparison) if comparison else ADD
        return admin_client.post(address, posted(admin_client.get(address), {step: "1"}, **typed))

    return write


WORDS = {
    "title": "Stage or studio",
    "introduction": "Both are watched.",
    "verdict": "Dance.",
}


def last() -> CuratedComparison:
    return CuratedComparison.objects.latest("pk")


def test_an_editor_writes_a_draft_and_publishes_it(write):
    assert write(**WORDS, **seats("dancers", "actors", "choreographers")).status_code == 302
    assert [career.slug for career in last().occupations] == ["dancers", "actors", "choreographers"]
    asked = last().occupation_ids
    assert curated.of(asked) is None
    assert write(last(), "_publish").status_code == 302
    assert curated.of(asked).title == "Stage or studio"


def test_the_careers_are_put_in_another_order_and_exchanged(write):
    comparison = comparison_of("dancers", "actors")
    assert write(comparison, "_publish", **seats("actors", "dancers")).status_code == 302
    assert last().get_absolute_url() == "/compare/actors-vs-dancers/"
    assert write(comparison, "_publish", **seats("actors", "choreographers")).status_code == 302
    assert curated.of([career.pk for career in careers("actors", "choreographers")])
    assert curated.of([career.pk for career in careers("actors", "dancers")]) is None


@pytest.mark.parametrize("left_out", ["first", "second", "third"])
def test_a_career_that_is_taken_out_leaves_no_gap(write, left_out):
    three = ("dancers", "actors", "choreographers")
    comparison = comparison_of(*three)
    assert write(comparison, "_publish", **{left_out: ""}).status_code == 302
    rest = [slug for seat, slug in zip(SEATS, three, strict=False) if seat != left_out]
    assert [career.slug for career in last().occupations] == rest


def test_two_of_the_same_are_refused_at_the_second(write):
    answer = write(**WORDS, **seats("actors", "dancers") | {"third": seats("actors")["first"]})
    assert "Actors is the first career already: name each once." in said(answer)
    assert list(answer.context["adminform"].form.errors) == ["third"]


@pytest.mark.parametrize("slugs", [(), ("actors",)])
@pytest.mark.parametrize("words", [WORDS, {}])
def test_fewer_than_two_are_refused_whatever_else_is_missing(write, slugs, words):
    assert "A comparison needs two careers at least" in said(write(**words, **seats(*slugs)))


def test_there_is_no_room_for_six(admin_client):
    form = admin_client.get(ADD).context["adminform"].form
    assert [name for name in form.fields if name in SEATS] == list(SEATS)
    assert len(SEATS) == 5


def test_what_has_no_page_is_neither_offered_nor_taken(write, admin_client):
    group = Occupation.objects.major_groups().get(soc_code="27-0000")
    query = {"app_label": "comparisons", "model_name": "curatedcomparison", "field_name": "first"}
    for term, found in (("Arts, Design", []), ("actors", ["Actors (27-2011)"])):
        answer = admin_client.get(reverse("admin:autocomplete"), query | {"term": term}).json()
        assert [row["text"] for row in answer["results"]][:1] == found
    said(write(**WORDS, **seats("actors") | {"second": str(group.pk)}))
    assert CuratedComparison.objects.filter(title=WORDS["title"]).count() == 0


def test_another_published_one_of_the_same_careers_is_named_with_a_link(write, admin_client):
    other = comparison_of("dancers", "actors", title="Ours")
    assert write(**WORDS, **seats("actors", "dancers")).status_code == 302, "a draft beside it is fine"
    write(last(), "_publish")
    page = parse(admin_client.get(change(last())))
    assert "is published" in page.text
    assert page.links["Ours"] == change(other)
    last().refresh_from_db()
    assert last().status == DRAFT


def test_a_comparison_that_somebody_else_publishes_in_between_is_refused_in_words(write, monkeypatch):
    comparison_of("dancers", "actors")
    draft = comparison_of("actors", "dancers", status=DRAFT)
    monkeypatch.setattr(CuratedComparison, "rival", lambda self: None)
    answer = write(draft, "_publish")
    assert answer.status_code == 302
    told = " ".join(str(message) for message in answer.wsgi_request._messages)
    assert "Another comparison of the same occupations is published." in told
    draft.refresh_from_db()
    assert draft.status == DRAFT


# By action.


def act(client, action, *comparisons):
    data = {"action": action, "_selected_action": [comparison.pk for comparison in comparisons]}
    return parse(client.post(LIST, data, follow=True))


def test_drafts_are_published_and_made_drafts_again_by_action(admin_client):
    one = comparison_of("dancers", "actors", status=DRAFT)
    two = comparison_of("dancers", "choreographers", status=DRAFT)
    assert "Published: 2." in act(admin_client, "publish", one, two).text
    assert curated.of(one.occupation_ids)
    assert curated.of(two.occupation_ids)
    assert LogEntry.objects.filter(change_message="Published.").count() == 2
    assert "Made drafts: 1." in act(admin_client, "make_drafts", one).text
    assert curated.of(one.occupation_ids) is None


def test_of_two_drafts_of_the_same_careers_one_is_published(admin_client):
    drafts = [comparison_of(*order, status=DRAFT) for order in (("dancers", "actors"), ("actors", "dancers"))]
    page = act(admin_client, "publish", *drafts)
    assert "Published: 1." in page.text
    assert "stays a draft" in page.text
    (published,) = CuratedComparison.objects.filter(pk__in=[d.pk for d in drafts], status=PUBLISHED)
    (message,) = page.all("li", css="error")
    assert change(published) in message.links.values()


def test_a_draft_of_a_career_that_lost_its_page_is_not_published(admin_client):
    draft = comparison_of("dancers", "actors", status=DRAFT)
    Occupation.objects.filter(slug="actors").update(level="broad")
    assert "has no page of its own any more" in act(admin_client, "publish", draft).text
    draft.refresh_from_db()
    assert draft.status == DRAFT


# The preview.


def test_a_draft_is_previewed_on_the_real_page_marked_and_never_cached(
    admin_client, django_assert_max_num_queries
):
    draft = comparison_of(
        "dancers", "actors", status=DRAFT, introduction="One.\n\nTwo <b>bold</b>.", verdict="Neither."
    )
    before = CuratedComparison.objects.values().get(pk=draft.pk)
    with django_assert_max_num_queries(MAX_QUERIES + 2):  # the page's own, and who is asking
        response = admin_client.get(preview(draft))
    assert "no-store" in response["Cache-Control"]
    page = parse(response)
    main = page.one("main")
    assert main.one("h1").text == "Dancers vs Actors"
    assert "A preview of “Stage or studio”" in main.one("p", css="notice").text
    assert main.links["Back to the draft"] == change(draft)
    words = main.all("div", css="editors")
    assert [box.one("p", css="editors-mark").text for box in words] == ["From the editors"] * 2
    assert [p.text for p in words[0].all("p")[1:]] == ["One.", "Two <b>bold</b>."]
    assert "Neither." in words[1].text
    assert not [link for link in page.all("link") if link.attrs["rel"] == "canonical"]
    assert CuratedComparison.objects.values().get(pk=draft.pk) == before
    assert "One." not in parse(admin_client.get("/compare/dancers-vs-actors/")).one("main").text


def test_a_preview_is_for_staff_who_may_see_it(client):
    draft = comparison_of("dancers", "actors", status=DRAFT)
    assert client.get(preview(draft)).url.startswith("/admin/login/")
    editor = User.objects.create_user("editor", is_staff=True)
    client.force_login(editor)
    assert client.get(preview(draft)).status_code == 403
    editor.user_permissions.add(Permission.objects.get(codename="view_curatedcomparison"))
    assert client.get(preview(draft)).status_code == 200
    assert parse(client.get(change(draft))).links["Preview"] == preview(draft)


def test_a_preview_of_nothing_or_of_a_career_without_a_page_is_not_found(admin_client):
    draft = comparison_of("dancers", "actors", status=DRAFT)
    Occupation.objects.filter(slug="actors").update(level="broad")
    assert admin_client.get(preview(draft)).status_code == 404
    assert admin_client.get(f"{LIST}99999/preview/").status_code == 404


def test_the_preview_of_what_is_published_is_its_page(admin_client):
    published = comparison_of("dancers", "actors")
    assert admin_client.get(preview(published)).url == published.get_absolute_url()


def test_what_was_typed_is_saved_and_previewed_in_one_step(admin_client):
    page = admin_client.get(ADD)
    typed = posted(page, added={"_preview": "Save and preview"}, **WORDS, **seats("dancers", "actors"))
    assert admin_client.post(ADD, typed).url == preview(last())
    typed = posted(admin_client.get(change(last())), added={"_preview": "1"}, verdict="Act.")
    assert admin_client.post(change(last()), typed).url == preview(last())
    assert last().verdict == "Act."


def test_a_draft_offers_its_preview_and_what_is_published_its_page(admin_client):
    draft = comparison_of("dancers", "actors", status=DRAFT)
    published = comparison_of("dancers", "choreographers")
    for comparison, link in ((draft, "Preview"), (published, "View on site")):
        page = parse(admin_client.get(change(comparison)))
        assert {"Preview", "View on site"} & set(page.links) == {link}
        buttons = {button.attrs.get("name") for button in page.all("input")}
        assert ("_preview" in buttons) == (comparison is draft)


# The admin as it is everywhere.


def test_every_page_of_the_admin_stays_within_its_queries_and_has_nothing_inline(
    admin_client, django_assert_max_num_queries
):
    slugs = list(Occupation.objects.detailed().order_by("slug").values_list("slug", flat=True)[:40])
    rows = [comparison_of(*slugs[n : n + 5], title=f"No. {n}") for n in range(30)]
    for address in (
        LIST, f"{LIST}?q=actors", f"{LIST}?status__exact=draft", ADD, change(rows[0]),
        f"{LIST}{rows[0].pk}/history/", f"{LIST}{rows[0].pk}/delete/",
    ):  # fmt: skip
        with django_assert_max_num_queries(MAX_QUERIES):
            response = admin_client.get(address)
        assert response.status_code == 200, address
        text = response.content.decode()
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=|<style|<script(?![^>]+src=)", text), address


def test_a_row_is_saved_unchanged_within_its_queries(admin_client, django_assert_max_num_queries):
    row = comparison_of("dancers", "actors", "choreographers", "registered-nurses", "surgeons-all-other")
    rows = CuratedComparison.objects.filter(pk=row.pk).values(*SEATS, "title", "members_key", "status")
    before = rows.get()
    page = admin_client.get(change(row))
    with django_assert_max_num_queries(MAX_QUERIES):
        assert admin_client.post(change(row), posted(page)).status_code == 302
    assert rows.get() == before


def test_a_compared_occupation_says_what_keeps_it_from_being_deleted(admin_client):
    title = Occupation.objects.create(title="Zymologist", slug="zymologist", level="job_title")
    comparison = comparison_of("zymologist", "actors")
    page = parse(admin_client.get(reverse("admin:careers_occupation_delete", args=[title.pk])))
    where = page.links["1 curated comparison"]
    assert comparison.title in parse(admin_client.get(where)).text
