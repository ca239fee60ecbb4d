"""A release rolled back and forward again leaves in force, row by row, what was in force before."""

from dataclasses import replace
from itertools import pairwise

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from careers.desk.imports import rollback
from careers.desk.roles import EDITOR, PUBLISHER
from careers.importers import base, force, oews, renames
from careers.models import Company, CompanyAssessment, Occupation, PriceParity, Release, WageEstimate
from tests.careers.importers.oews_files import STATE, key_of
from tests.careers.importers.oews_files import Release as Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring_in(monkeypatch, tmp_path):
    source = replace(oews.Importer.source, slug="oews-of-atlantis", name="The survey of Atlantis")
    monkeypatch.setattr(oews.Importer, "source", source)

    def bring_in(label: str, without: tuple[str, ...] = (), called: str = "", **put) -> Release:
        edition = Edition(label)
        if called:
            edition.occupations = [
                (code, called if code == "981011" else title, level)
                for code, title, level in edition.occupations
            ]
        for key in without:
            del edition.cells[key]
        if put:
            edition.put(key_of("981011", STATE), put["annual_mean"], names=("annual_mean",))
        path = edition.write_sqlite(tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite")
        return base.run(oews.Importer(), path).release

    return bring_in


@pytest.fixture
def publisher(client):
    user = User.objects.create_user("publisher", is_staff=True)
    user.groups.add(Group.objects.get(name=PUBLISHER))
    client.force_login(user)
    return user


@pytest.fixture
def press(client):
    def press(release: Release) -> str:
        """The button, then the worker; what the page of the release says before and after, in one."""
        asked = client.post(reverse("admin:careers_release_roll", args=[release.pk]), follow=True)
        call_command("work", once=True)
        return asked.content.decode() + page(client, release)

    return press


def page(client, release: Release) -> str:
    return client.get(reverse("admin:careers_release_change", args=[release.pk])).content.decode()


def in_force() -> list[tuple]:
    rows = WageEstimate.objects.current().filter(release__source__slug="oews-of-atlantis")
    return list(rows.order_by("pk").values_list("pk", "release__label", "annual_mean"))


def test_rolled_back_and_forward_again_it_is_as_before_row_by_row(client, publisher, bring_in, press):
    bring_in("May 2031")
    # What its publisher withdrew, and what an editor took out of force, stays out of force.
    older = bring_in("May 2031", without=(key_of("981015", STATE),))
    WageEstimate.objects.filter(pk=in_force()[0][0]).update(is_current=False)
    before = in_force()
    newer = bring_in("May 2032", annual_mean="99999", without=(key_of("981014", STATE),))
    after = in_force()
    assert (len(before), len(after)) == (40, 41)

    assert 'value="Roll back"' in page(client, newer)
    assert "41 figures went out of force, 40 came into force again" in press(newer)
    assert in_force() == before
    entry = LogEntry.objects.get(object_id=str(newer.pk))
    assert entry.user == publisher
    assert entry.change_message.startswith("Rolled back: 41 figures")

    assert 'value="Roll forward again"' in page(client, newer)
    press(newer)
    assert in_force() == after
    press(newer)
    assert in_force() == before
    assert older.pk != newer.pk


def test_the_first_release_of_a_source_leaves_nothing_in_force(publisher, bring_in, press):
    first = bring_in("May 2031")
    assert "42 figures went out of force, none came" in press(first)
    assert in_force() == []
    press(first)
    assert len(in_force()) == 42


def test_a_release_that_another_came_after_waits_until_that_is_rolled_back(publisher, bring_in, press):
    bring_in("May 2031")
    middle, newest = bring_in("May 2032"), bring_in("May 2033")
    before = in_force()
    assert "May 2033 came after it. Roll that one back first." in press(middle)
    assert in_force() == before
    press(newest)
    press(middle)
    assert {label for _, label, _ in in_force()} == {"May 2031"}
    # The newest replaced the one in the middle, which is not in force now.
    assert "something changed them since" in press(newest)
    assert {label for _, label, _ in in_force()} == {"May 2031"}


def test_a_release_imported_again_after_its_rollback_can_be_rolled_back_again(publisher, bring_in, press):
    bring_in("May 2031")
    before = in_force()
    newer = bring_in("May 2032")
    press(newer)
    assert bring_in("May 2032", annual_mean="99999") == newer
    assert {label for _, label, _ in in_force()} == {"May 2032"}
    bring_in("May 2032", annual_mean="99998")
    press(newer)
    assert in_force() == before


def test_an_older_release_loaded_late_has_nothing_to_roll_back(publisher, bring_in, press):
    bring_in("May 2032")
    assert "None of its figures is in force" in press(bring_in("May 2031"))


def test_what_came_with_the_portal_is_rolled_back_and_forward_again(client, publisher, press):
    release = PriceParity.objects.current().first().release
    assert "It replaced none" in page(client, release)
    before = PriceParity.objects.current().count()
    assert f"{before:,} figures went out of force, none came" in press(release)
    assert not PriceParity.objects.current().exists()
    press(release)
    assert PriceParity.objects.current().count() == before


def test_a_release_of_which_it_was_not_kept_what_it_replaced_is_not_rolled_back(publisher, bring_in, press):
    bring_in("May 2031")
    newer = bring_in("May 2032")
    Release.objects.filter(pk=newer.pk).update(replaced=None)
    before = in_force()
    assert "Nothing was changed" in press(newer)
    assert in_force() == before


def test_names_that_it_changed_are_called_as_before_unless_somebody_changed_them_since(
    publisher, bring_in, press
):
    bring_in("May 2031")
    occupation = Occupation.objects.get(soc_code="98-1011")
    newer = bring_in("May 2032", called="Lamp Keepers")

    def called() -> str:
        return Occupation.objects.get(pk=occupation.pk).title

    assert called() == "Lamp Keepers"
    assert "1 names changed" in press(newer)
    assert called() == "Lamplighters"
    press(newer)
    assert called() == "Lamp Keepers"
    Occupation.objects.filter(pk=occupation.pk).update(title="Keepers of Lamps")
    press(newer)
    assert called() == "Keepers of Lamps"


def test_companies_that_it_made_leave_the_site_unless_more_is_known_of_them(publisher, bring_in, press):
    bring_in("May 2031")
    before = renames.remember()
    lone, known = (Company.objects.create(name=name, slug=name.lower()) for name in ("Lone", "Known"))
    CompanyAssessment.objects.create(
        company=known, topic="Light", score=80, as_of="2031-01-01", source_name="The Beacon"
    )
    newer = bring_in("May 2032")
    renames.record(newer, before)

    def states() -> list[str]:
        return [Company.objects.get(pk=each.pk).status for each in (lone, known)]

    press(newer)
    assert states() == ["archived", "published"]
    press(newer)
    assert states() == ["published", "published"]
    press(newer)
    bring_in("May 2032")  # imported again
    assert states() == ["published", "published"]


def test_an_editor_rolls_nothing_back(client, bring_in):
    release = bring_in("May 2031")
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name=EDITOR))
    client.force_login(editor)
    address = reverse("admin:careers_release_roll", args=[release.pk])
    assert client.post(address).status_code == 403
    assert client.get(address).status_code in {403, 405}
    assert 'value="Roll back"' not in page(client, release)
    assert len(in_force()) == 42


def test_lists_of_releases_and_receipts_lead_to_imports(client, publisher):
    for name in ("release", "importreceipt"):
        page = client.get(reverse(f"admin:careers_{name}_changelist")).content.decode()
        assert reverse("admin:careers_importjob_add") in page


def test_a_figure_deleted_since_is_missed(publisher, bring_in, press):
    bring_in("May 2031")
    gone = in_force()[5][0]
    newer = bring_in("May 2032")
    after = in_force()
    WageEstimate.objects.filter(pk=gone).delete()
    assert str(rollback.CHANGED) in press(newer)
    assert in_force() == after


@given(st.sets(st.integers(1, 60)))
def test_keys_are_kept_as_ranges_without_loss(keys):
    ranges = force.as_ranges(sorted(keys))
    assert set(force.keys(ranges)) == keys
    assert all(first <= last for first, last in ranges)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(ranges))
