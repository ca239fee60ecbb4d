"""From draft to published through the real admin: steps, drafts beside, schedule, collisions."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.utils import timezone

from careers.desk import publishing
from careers.desk.checks import BLOCKING, WARNING, Finding
from careers.desk.roles import EDITOR, PUBLISHER
from careers.models import Draft, Page, Status
from tests.careers.admin.forms import posted, said

from .steps import change, messages_of, save, shown

pytestmark = pytest.mark.django_db
ADD = "/admin/careers/page/add/"


def test_an_editor_writes_and_submits_and_a_publisher_publishes(people, client):
    typed = {"title": "Method", "slug": "method", "body": "How we **work**."}
    editor, publisher = people[EDITOR], people[PUBLISHER]
    assert editor.post(ADD, posted(editor.get(ADD), {"_publish": "1"}, **typed)).status_code == 403
    assert not Page.objects.exists()
    assert editor.post(ADD, posted(editor.get(ADD), {"_submit_for_review": "1"}, **typed)).status_code == 302
    page = Page.objects.get()
    assert (page.status, shown(client, page)) == (Status.IN_REVIEW, "")
    save(publisher, page, "_publish")
    assert "<strong>work</strong>" in shown(client, page)


def test_nobody_publishes_by_typing_a_status(people, page):
    Page.objects.update(status=Status.DRAFT)
    form = people[EDITOR].get(change(page)).context["adminform"].form
    assert "status" not in form.fields
    people[EDITOR].post(change(page), posted(people[EDITOR].get(change(page)), {"status": "published"}))
    page.refresh_from_db()
    assert page.status == Status.DRAFT


def test_what_is_published_stays_as_it_is_until_its_draft_is_published(people, client, page):
    save(people[EDITOR], page, body="As it shall be.")
    assert "As it was." in shown(client, page)
    assert people[EDITOR].get(change(page)).context["adminform"].form["body"].value() == "As it shall be."
    assert save(people[EDITOR], page, "_publish").status_code == 403
    assert save(people[EDITOR], page, "_archive").status_code == 403
    assert "As it was." in shown(client, page)
    save(people[PUBLISHER], page, "_publish")
    assert "As it shall be." in shown(client, page)
    assert not Draft.objects.exists()


def test_a_draft_is_dropped_and_a_page_goes_and_comes_back(people, client, page):
    save(people[EDITOR], page, body="Never.")
    save(people[EDITOR], page, "_discard")
    assert not Draft.objects.exists()
    for step, seen in (("_archive", ""), ("_return_to_draft", ""), ("_publish", "As it was.")):
        save(people[PUBLISHER], page, step)
        assert seen in shown(client, page)
        assert bool(shown(client, page)) == bool(seen)


@pytest.fixture
def second(client):
    user = User.objects.create_user("second", is_staff=True)
    user.groups.add(Group.objects.get(name=PUBLISHER))
    client.force_login(user)
    return client


def test_with_two_person_rule_nobody_publishes_what_they_had_a_hand_in(
    people, second, client, page, settings
):
    settings.DESK_TWO_PERSON_RULE = True
    answer = save(people[PUBLISHER], page, "_publish", body="Mine.")
    assert "another publisher" in messages_of(answer)
    save(people[EDITOR], page, title="Ours")
    assert "another publisher" in messages_of(save(people[PUBLISHER], page, "_publish"))
    assert "As it was." in shown(client, page)
    save(second, page, "_publish")
    assert "Mine." in shown(client, page)
    # Published by both: who wrote before it did not write what is written from now on.
    save(second, page, body="Theirs.")
    save(people[PUBLISHER], page, "_publish")
    assert "Theirs." in shown(client, page)


def test_with_two_person_rule_all_who_wrote_a_new_page_count(people, second, settings):
    settings.DESK_TWO_PERSON_RULE = True
    typed = {"title": "Method", "slug": "method", "body": "By the publisher."}
    people[PUBLISHER].post(ADD, posted(people[PUBLISHER].get(ADD), {"_submit_for_review": "1"}, **typed))
    page = Page.objects.get()
    save(people[EDITOR], page, title="Our method")
    assert "another publisher" in messages_of(save(people[PUBLISHER], page, "_publish"))
    later = {"publish_at_0": "2020-01-01", "publish_at_1": "10:00"}
    second.post(change(page), posted(second.get(change(page)), later | {"_publish": "1"}))
    page.refresh_from_db()
    assert page.status == Status.PUBLISHED
    save(second, page, "_return_to_draft")
    save(people[EDITOR], page, title="Method")
    assert "Published." in messages_of(save(people[PUBLISHER], page, "_publish"))


def test_what_shall_appear_later_is_checked_again_when_it_does(people, client, page, monkeypatch):
    Page.objects.update(status=Status.DRAFT)
    soon = timezone.now() + timedelta(hours=1)
    when = {"publish_at_0": soon.strftime("%Y-%m-%d"), "publish_at_1": soon.strftime("%H:%M:%S")}
    publisher, editor = people[PUBLISHER], people[EDITOR]

    def approve():
        return publisher.post(change(page), posted(publisher.get(change(page)), when | {"_publish": "1"}))

    assert "readers see it from" in messages_of(approve())
    assert publishing.due(timezone.now()) == (0, [])
    save(editor, page, body="Otherwise.")
    assert publishing.due(soon) == (0, []), "what was approved is not what it is now"
    approve()
    found = [Finding(BLOCKING, "The link leads nowhere.", "body", "")]
    monkeypatch.setattr(publishing, "findings", lambda row: found)
    assert [reason for _, reason in publishing.due(soon)[1]] == ["The link leads nowhere."]
    assert shown(client, page) == ""
    assert "did not go live: The link leads nowhere." in publisher.get("/admin/").content.decode()
    assert "The link leads nowhere." in publisher.get(change(page)).content.decode()
    assert publishing.due(soon) == (0, []), "it waits until it is published again"
    found.clear()
    approve()
    assert publishing.due(soon) == (1, [])
    assert publishing.due(soon) == (0, [])
    Page.objects.update(publish_at=timezone.now())
    assert "Otherwise." in shown(client, page)


def test_a_draft_beside_what_is_taken_from_the_site_is_not_lost(people, page):
    save(people[EDITOR], page, body="As it shall be.")
    save(people[PUBLISHER], page, "_archive")
    assert "comes in when this is a draft again" in people[EDITOR].get(change(page)).content.decode()
    save(people[PUBLISHER], page, "_return_to_draft")
    page.refresh_from_db()
    assert (page.status, page.body, Draft.objects.count()) == (Status.DRAFT, "As it shall be.", 0)


def test_an_approved_draft_goes_live_in_its_time_once(people, client, page, monkeypatch):
    soon = timezone.now() + timedelta(hours=1)
    when = {"goes_live_at_0": soon.strftime("%Y-%m-%d"), "goes_live_at_1": soon.strftime("%H:%M:%S")}
    address = change(page)
    form = posted(people[EDITOR].get(address), when | {"_submit_for_review": "1"}, body="Later.")
    people[EDITOR].post(address, form)
    assert publishing.due(soon + timedelta(hours=1)) == (0, []), "nobody has approved it"
    form = posted(people[PUBLISHER].get(address), when | {"_publish": "1"})
    assert "goes live" in messages_of(people[PUBLISHER].post(address, form))
    call_command("publish_due")
    assert "As it was." in shown(client, page)
    draft = Draft.objects.get()
    assert publishing.due(soon + timedelta(hours=1)) == (1, [])
    assert "Later." in shown(client, page)
    assert publishing.due(soon + timedelta(hours=1)) == (0, [])
    assert publishing._applied_when_due(draft, soon) is False, "who read the list before finds it done"


@pytest.mark.parametrize("command", [["work", "--once"], ["publish_due"]], ids=" ".join)
def test_the_worker_and_cron_put_live_what_is_due(people, client, page, command):
    soon = timezone.now() + timedelta(hours=1)
    when = {"goes_live_at_0": soon.strftime("%Y-%m-%d"), "goes_live_at_1": soon.strftime("%H:%M:%S")}
    address = change(page)
    form = posted(people[PUBLISHER].get(address), when | {"_publish": "1"}, body="In its time.")
    people[PUBLISHER].post(address, form)
    call_command(*command)
    assert "As it was." in shown(client, page)
    Draft.objects.update(publish_at=timezone.now() - timedelta(minutes=1))
    call_command(*command)
    assert "In its time." in shown(client, page)
    assert not Draft.objects.exists()


def test_what_a_check_bars_is_not_published_and_a_warning_bars_nothing(people, client, page, monkeypatch):
    def say(level):
        found = [Finding(level, "It names another career.", "body", "")]
        monkeypatch.setattr(publishing, "findings", lambda row: found if row.body == "Wrong." else [])

    say(BLOCKING)
    assert "It names another career." in messages_of(save(people[PUBLISHER], page, "_publish", body="Wrong."))
    assert "As it was." in shown(client, page)
    say(WARNING)
    save(people[PUBLISHER], page, "_publish")
    assert "Wrong." in shown(client, page)


def test_a_draft_of_what_was_changed_meanwhile_is_not_laid_over_it(people, client, page):
    save(people[EDITOR], page, body="Mine.")
    Page.objects.update(body="Imported.")
    with pytest.raises(publishing.Refused, match="another body"):
        publishing.publish(Page.objects.get(), User.objects.get(username="publisher"))
    assert "Imported." in shown(client, page)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_the_second_editor_is_shown_what_the_first_changed_and_nothing_is_lost(people, page, status):
    Page.objects.update(status=status)
    first, second = people[EDITOR], people[PUBLISHER]
    begun = second.get(change(page))
    save(first, page, title="Our method", body="By the first.")
    answer = second.post(change(page), posted(begun, body="By the second."))
    text = said(answer)
    for words in ("editor changed this", "As it was.", "By the first.", "By the second.", "Our method"):
        assert words in text
    kept = second.get(change(page)).context["adminform"].form
    assert (kept["title"].value(), kept["body"].value()) == ("Our method", "By the first.")
    seal = text.partition('name="_mine_over" value="')[2].partition('"')[0]
    assert second.post(change(page), posted(answer, {"_mine_over": seal})).status_code == 302
    kept = second.get(change(page)).context["adminform"].form
    assert (kept["title"].value(), kept["body"].value()) == ("Our method", "By the second.")


def test_a_form_that_says_no_version_saves_nothing(people, page):
    answer = people[PUBLISHER].post(change(page), posted(people[PUBLISHER].get(change(page)), version="x"))
    assert "which version" in said(answer)


def test_a_draft_that_a_third_changed_again_is_refused_again(people, page):
    first, second = people[EDITOR], people[PUBLISHER]
    begun = second.get(change(page))
    save(first, page, body="One.")
    answer = second.post(change(page), posted(begun, body="Two."))
    seal = said(answer).partition('name="_mine_over" value="')[2].partition('"')[0]
    save(first, page, body="Three.")
    assert "Three." in said(second.post(change(page), posted(answer, {"_mine_over": seal})))


def test_with_what_is_deleted_its_draft_goes(people, page):
    save(people[EDITOR], page, body="Never.")
    assert people[EDITOR].post(change(page).replace("change", "delete"), {"post": "yes"}).status_code == 403
    people[PUBLISHER].post(change(page).replace("change", "delete"), {"post": "yes"})
    assert not Page.objects.exists()
    assert not Draft.objects.exists()


def test_what_would_go_before_it_appears_is_refused_in_words(people, page):
    dates = {"publish_at_0": "2026-12-02", "unpublish_at_0": "2026-12-01"}
    dates |= {"publish_at_1": "10:00", "unpublish_at_1": "10:00"}
    answer = people[PUBLISHER].post(change(page), posted(people[PUBLISHER].get(change(page)), dates))
    assert "It must appear before it goes from the site." in said(answer)
