"""What an editor changes in the admin is found, or no longer found, at once."""

import pytest

from careers.models import (
    AlternateTitle,
    Area,
    FieldOfStudy,
    Industry,
    Major,
    Occupation,
    OccupationText,
    Release,
    SearchTerm,
    SearchWord,
    Synonym,
)
from careers.search import find, index
from tests.careers.admin.forms import posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(admin_client):
    """Posts the forms of the admin: `editor(address, field=value, …)`."""

    def edit(address: str, added: dict | None = None, **changes) -> None:
        page = admin_client.get(address)
        answer = admin_client.post(address, posted(page, added, **changes))
        assert answer.status_code == 302, said(answer)

    return edit


@pytest.fixture
def astronomers():
    return Occupation.objects.get(soc_code="19-2011")


def found(query: str) -> list[str]:
    return [hit.title for group in find.search(query, exact=True).groups for hit in group.hits]


def delete(client, address: str) -> None:
    assert client.post(address, {"post": "yes"}).status_code == 302


def test_a_renamed_occupation(editor, astronomers):
    address = f"/admin/careers/occupation/{astronomers.pk}/change/"
    editor(address, title="Gloamers of the night sky")
    assert found("gloamer") == ["Gloamers of the night sky"]
    editor(address, title="Astronomers")
    assert found("gloamer") == []
    assert found("astronomers")[0] == "Astronomers"


def test_a_job_title_that_editors_add_and_delete(editor, admin_client):
    editor("/admin/careers/occupation/add/", title="Gloam Warden", slug="gloam-warden", level="job_title")
    (title,) = Occupation.objects.filter(slug="gloam-warden")
    assert found("gloam wardens") == ["Gloam Warden"]
    assert find.occupations("wardens of gloam").ids == (title.pk,)
    delete(admin_client, f"/admin/careers/occupation/{title.pk}/delete/")
    assert found("gloam wardens") == []
    assert not SearchTerm.objects.filter(object_id=title.pk, kind="occupation").exists()
    assert not SearchWord.objects.filter(word="gloam").exists()


def test_another_title_that_is_added_moved_and_deleted(editor, admin_client, astronomers):
    release = Release.objects.filter(source__slug="onet").first()
    editor(
        "/admin/careers/alternatetitle/add/",
        occupation=str(astronomers.pk), kind="alternate", title="Gloam Gazer", release=str(release.pk),
        is_current="on",
    )  # fmt: skip
    row = AlternateTitle.objects.get(title="Gloam Gazer")
    assert found("gloam gazing") == ["Astronomers"]
    baker = Occupation.objects.get(soc_code="51-3011")
    editor(f"/admin/careers/alternatetitle/{row.pk}/change/", occupation=str(baker.pk))
    assert found("gloam gazing") == ["Bakers"]
    delete(admin_client, f"/admin/careers/alternatetitle/{row.pk}/delete/")
    assert found("gloam gazing") == []


def test_titles_that_are_taken_out_of_force_together(admin_client, astronomers):
    row = astronomers.alternate_titles.create(
        kind="alternate", title="Gloam Gazer", release=Release.objects.first()
    )
    assert found("gloam gazer") == ["Astronomers"]
    chosen = {"action": "take_out_of_force", "_selected_action": [row.pk]}
    assert admin_client.post("/admin/careers/alternatetitle/", chosen).status_code == 302
    assert found("gloam gazer") == []


def test_what_editors_publish_about_an_occupation(editor, astronomers):
    editor(
        "/admin/careers/occupationtext/add/",
        occupation=str(astronomers.pk), summary="They chart the quixotic heavens.",
    )  # fmt: skip
    text = OccupationText.objects.get(occupation=astronomers)
    change = f"/admin/careers/occupationtext/{text.pk}/change/"
    assert found("quixotic") == []
    editor(change, {"_publish": "1"})
    assert found("quixotic") == ["Astronomers"]
    editor(change, summary="They chart the heavens.")
    assert found("quixotic") == ["Astronomers"]
    editor(change, {"_publish": "1"})
    assert found("quixotic") == []


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [(Area, "name", "place"), (Industry, "title", "industry"), (FieldOfStudy, "title", "major")],
)
def test_a_renamed_place_industry_or_field(editor, model, name, kind):
    row = model.objects.last()
    address = f"/admin/careers/{model._meta.model_name}/{row.pk}/change/"
    editor(address, **{name: "Gloamshire"})
    (group,) = find.search("gloamshire").groups
    assert (group.kind, [hit.title for hit in group.hits]) == (kind, ["Gloamshire"])
    editor(address, **{name: getattr(row, name)})
    assert found("gloamshire") == []


def test_a_renamed_major_finds_its_field_and_what_it_leads_to(editor):
    major = Major.objects.exclude(code=Major.NONE_CODE).first()
    editor(f"/admin/careers/major/{major.pk}/change/", title="Gloam Studies")
    led_to = Occupation.objects.listed().filter(major_routes__major=major, major_routes__is_current=True)
    assert set(found("gloam studies")) == {major.field.title, *(row.title for row in led_to)}


def test_renaming_what_stands_for_no_major_writes_nothing_anew_that_has_none(
    editor, django_assert_max_num_queries
):
    major = Major.objects.get(code=Major.NONE_CODE)
    with django_assert_max_num_queries(60):
        editor(f"/admin/careers/major/{major.pk}/change/", title="Gloam Studies")
    assert found("gloam studies") == [major.field.title]


def test_a_synonym_that_is_added_changed_switched_off_and_deleted(editor, admin_client):
    editor("/admin/careers/synonym/add/", term="gloamer", meaning="astronomer")
    assert found("gloamers")[0] == "Astronomers"
    row = Synonym.objects.get(term="gloamer")
    address = f"/admin/careers/synonym/{row.pk}/change/"
    editor(address, meaning="baker")
    assert found("gloamers")[0] == "Bakers"
    assert find.search("gloamre").corrected == "gloamer"
    editor(address, is_in_use=None)
    assert found("gloamers") == []
    delete(admin_client, f"/admin/careers/synonym/{row.pk}/delete/")
    assert not SearchWord.objects.filter(word="gloamer").exists()


def test_a_synonym_is_said_to_be_there_in_another_form(admin_client):
    page = admin_client.get("/admin/careers/synonym/add/")
    answer = admin_client.post(page.request["PATH_INFO"], posted(page, term="Fixing", meaning="repair"))
    assert "It is looked up as “fix”, which is there already." in said(answer)
    answer = admin_client.post(page.request["PATH_INFO"], posted(page, term="?!", meaning="…"))
    assert said(answer).count("Write at least one letter or digit.") == 1


def test_the_index_after_edits_is_the_one_that_a_rebuild_makes(astronomers):
    astronomers.title = "Gloamers"
    astronomers.save()
    astronomers.alternate_titles.first().delete()
    Synonym.objects.first().delete()
    columns = ("kind", "tier", "text", "key", "tokens", "length", "title", "path", "weight", "occupation_id")

    def everything():
        return (
            sorted(SearchTerm.objects.values_list(*columns)),
            sorted(SearchWord.objects.filter(frequency__gt=0).values_list("word", "stem", "frequency")),
        )

    edited = everything()
    index.rebuild()
    assert everything() == edited


def test_titles_that_are_deleted_many_at_once_are_gone_when_that_is_settled(
    astronomers, monkeypatch, django_capture_on_commit_callbacks
):
    assert "Astronomers" in found("cosmologist")
    written, refresh = [], index.refresh
    monkeypatch.setattr(index, "refresh", lambda *one: (written.append(one), refresh(*one)))
    with django_capture_on_commit_callbacks(execute=True):
        astronomers.alternate_titles.filter(title__in=["Cosmologist", "Astrophysicist"]).delete()
    assert written == [(SearchTerm.Kind.OCCUPATION, astronomers.pk)]
    assert "Astronomers" not in found("cosmologist")
