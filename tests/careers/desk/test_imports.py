"""An import asked for in the admin: handed in, checked dry, approved, loaded, or ended on the way."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from careers.desk.imports import jobs, signs, uploads
from careers.desk.roles import EDITOR, PUBLISHER
from careers.importers import base, oews
from careers.models import ImportJob, ImportReceipt, Release, WageEstimate
from tests.careers.importers.oews_files import STATE, key_of
from tests.careers.importers.oews_files import Release as Edition

pytestmark = pytest.mark.django_db

State = ImportJob.State
ADD = "admin:careers_importjob_add"


@pytest.fixture(autouse=True)
def _own_place(settings, tmp_path, monkeypatch):
    """Files of the test's own, and a source of its own: the snapshot's figures stay in force."""
    settings.VAR_DIR = tmp_path / "var"
    source = replace(oews.Importer.source, slug="oews-of-atlantis", name="The survey of Atlantis")
    monkeypatch.setattr(oews.Importer, "source", source)


@pytest.fixture
def publisher(client):
    user = User.objects.create_user("publisher", is_staff=True)
    user.groups.add(Group.objects.get(name=PUBLISHER))
    client.force_login(user)
    return user


@pytest.fixture
def hand_in(client, tmp_path):
    def hand_in(edition: Edition, name: str = "oews.sqlite") -> ImportJob:
        path = edition.write_sqlite(tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite")
        file = SimpleUploadedFile(name, path.read_bytes())
        answer = client.post(reverse(ADD), {"importer": "oews", "file": file, "url": ""})
        assert answer.status_code == 302, answer.context["errors"]
        return ImportJob.objects.first()

    return hand_in


@pytest.fixture
def press(client):
    def press(job: ImportJob, step: str) -> str:
        address = reverse("admin:careers_importjob_step", args=[job.pk, step])
        return client.post(address, follow=True).content.decode()

    return press


def work() -> None:
    call_command("work", once=True)


def page(client, job: ImportJob) -> str:
    return client.get(reverse("admin:careers_importjob_change", args=[job.pk])).content.decode()


def in_force() -> dict[str, int]:
    rows = WageEstimate.objects.current().filter(release__source__slug="oews-of-atlantis")
    return Counter(rows.values_list("release__label", flat=True))


def test_a_release_is_checked_approved_and_loaded_and_its_figures_that_moved_are_named(
    client, publisher, hand_in, press, tmp_path
):
    base.run(oews.Importer(), Edition().write_sqlite(tmp_path / "before.sqlite"))
    newer = Edition("May 2032")
    newer.put(key_of("981011", STATE), "91520", names=("annual_mean",))
    newer.put(key_of("981012", STATE), "1.00", names=("hourly_p75",))
    job = hand_in(newer, "../../etc/oews 2032.sqlite")
    assert job.file_name == "oews_2032.sqlite"
    assert Path(job.path).parent.parent == uploads.folder()

    work()
    job.refresh_from_db()
    assert (job.state, job.error) == (State.CHECKED, "")
    assert in_force() == {"May 2031": 42}
    assert not Release.objects.filter(label="May 2032").exists()
    shown = page(client, job)
    assert "41 created" in shown
    assert "1 rejected" in shown
    assert "the hourly percentiles fall" in shown
    (moved,) = job.findings["worst"]
    assert moved == {
        "about": "Lamplighters (98-1011)",
        "where": "Atlantis",
        "figure": WageEstimate._meta.get_field("annual_mean").verbose_name,
        "old": "45,760",
        "new": "91,520",
        "percent": 100,
    }
    assert job.findings["moved"] == 1
    assert "Lamplighters" in shown

    assert "Approved" in press(job, "approve")
    work()
    job.refresh_from_db()
    assert (job.state, job.approved_by) == (State.DONE, publisher)
    assert job.receipt.release.label == "May 2032"
    assert in_force() == {"May 2032": 41}
    assert not Path(job.path).exists()
    assert "Approve and load" not in page(client, job)
    assert LogEntry.objects.filter(object_id=str(job.pk), change_message="Approved.").exists()


def test_a_file_that_cannot_be_read_fails_with_its_reason_and_changes_nothing(client, publisher, press):
    file = SimpleUploadedFile("oews.sqlite", b"no database")
    client.post(reverse(ADD), {"importer": "oews", "file": file, "url": ""})
    work()
    job = ImportJob.objects.get()
    assert job.state == State.FAILED
    assert "oews.sqlite" in job.error
    assert job.error in page(client, job).replace("&#x27;", "'").replace("&quot;", '"')
    assert "Only what is checked" in press(job, "approve")
    press(job, "again")
    work()
    job.refresh_from_db()
    assert job.state == State.FAILED
    press(job, "discard")
    assert not ImportJob.objects.exists()
    assert list(uploads.folder().iterdir()) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"importer": "oews"}, "one of the two"),
        ({"importer": "nobody", "url": "https://example.org/a.csv"}, "not one of the available choices"),
        ({"importer": "oews", "file": b""}, "empty"),
        ({"importer": "oews", "file": b"x" * 2000}, "more than 1,000 bytes"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_once(client, publisher, settings, given, said):
    settings.IMPORT_MAX_BYTES = 1000
    if "file" in given:
        given = {**given, "file": SimpleUploadedFile("a.sqlite", given["file"])}
    answer = client.post(reverse(ADD), given)
    assert said in answer.content.decode()
    assert not ImportJob.objects.exists()
    assert not uploads.folder().exists() or list(uploads.folder().iterdir()) == []


def test_an_address_inside_the_network_is_not_fetched(client, publisher):
    client.post(reverse(ADD), {"importer": "oews", "url": "http://127.0.0.1/oews.sqlite"})
    work()
    assert "not on the public internet" in ImportJob.objects.get().error


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("/etc/passwd", "passwd"),
        ("..\\..\\all data.xlsx", "all_data.xlsx"),
        (".htaccess", "htaccess"),
        ("…", "file"),
        ("", "file"),
        ("x" * 300 + ".csv", "x" * 96 + ".csv"),
    ],
)
def test_no_name_leads_anywhere(name, plain):
    assert uploads.plain_name(name) == plain


def test_an_editor_neither_asks_nor_approves_whatever_address_is_written(client, hand_in, publisher):
    job = hand_in(Edition())
    work()
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name=EDITOR))
    client.force_login(editor)
    assert client.get(reverse(ADD)).status_code == 403
    assert "Approve and load" not in page(client, job)
    for step in ("approve", "discard", "again"):
        address = reverse("admin:careers_importjob_step", args=[job.pk, step])
        assert client.post(address).status_code == 403
    job.refresh_from_db()
    assert job.state == State.CHECKED


def test_under_the_rule_of_two_somebody_else_approves(client, settings, publisher, hand_in, press):
    settings.DESK_TWO_PERSON_RULE = True
    job = hand_in(Edition())
    work()
    assert "Somebody else must approve" in press(job, "approve")
    other = User.objects.create_user("other", is_staff=True)
    other.groups.add(Group.objects.get(name=PUBLISHER))
    client.force_login(other)
    assert "Approved" in press(job, "approve")


def test_nothing_changes_by_looking_and_steps_are_posted(client, publisher, hand_in):
    job = hand_in(Edition())
    assert client.get(reverse("admin:careers_importjob_step", args=[job.pk, "discard"])).status_code == 405
    assert 'http-equiv="refresh"' in page(client, job)
    asked = reverse("admin:careers_importjob_progress", args=[job.pk])
    assert "begins as soon as" in client.get(f"{asked}?state=waiting").content.decode()
    assert client.get(f"{asked}?state=checking").headers["HX-Refresh"] == "true"


def test_a_job_is_taken_by_one_worker(publisher, hand_in):
    job = hand_in(Edition())
    seen_by_another = ImportJob.objects.get()
    assert jobs.take(timezone.now()).state == State.CHECKING
    assert not jobs._step(seen_by_another, State.CHECKING)
    assert jobs.take(timezone.now()) is None
    job.refresh_from_db()
    assert not signs.is_dead(job, timezone.now())


def test_a_job_whose_process_died_is_told_as_failed(client, publisher, hand_in):
    job = hand_in(Edition())
    jobs.take(timezone.now() - timedelta(minutes=2))
    job.refresh_from_db()
    assert "gives no sign any more" in page(client, job)
    work()
    job.refresh_from_db()
    assert (job.state, job.error) == (State.FAILED, jobs.PROCESS_DIED)


def test_a_job_ended_by_others_while_it_is_loaded_changes_nothing(publisher, hand_in, press, monkeypatch):
    job = hand_in(Edition())
    work()
    press(job, "approve")
    run = base.run

    def run_and_be_given_up(*args, **options):
        receipt = run(*args, **options)
        ImportJob.objects.update(state=State.FAILED)
        return receipt

    monkeypatch.setattr(base, "run", run_and_be_given_up)
    work()
    assert in_force() == {}


def test_a_file_changed_after_its_dry_run_is_not_loaded(publisher, hand_in, press):
    job = hand_in(Edition())
    work()
    press(job, "approve")
    Path(job.path).unlink()
    Edition("May 2035").write_sqlite(Path(job.path))
    work()
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "not the one that was checked" in job.error
    assert in_force() == {}
    assert not ImportReceipt.objects.filter(release__label="May 2035").exists()


def test_a_worker_that_is_stopped_leaves_the_job_to_the_next(publisher, hand_in, monkeypatch):
    job = hand_in(Edition())
    with monkeypatch.context() as patch:
        patch.setattr(base, "run", lambda *args, **options: (_ for _ in ()).throw(KeyboardInterrupt))
        work()
    job.refresh_from_db()
    assert job.state == State.WAITING
    work()
    job.refresh_from_db()
    assert job.state == State.CHECKED


def test_signs_of_life_tell_how_far_it_is_and_end_with_the_work(publisher, hand_in, monkeypatch):
    hand_in(Edition())
    job = jobs.take(timezone.now())
    given = []
    monkeypatch.setattr(signs, "EVERY", 0.001)
    monkeypatch.setattr(signs, "_give", lambda job, sign: given.append((sign.done, sign.total)))
    with signs.giving(job) as progress:
        progress(5, 10)
        while (5, 10) not in given:
            pass
    assert not signs._path(job).exists()


def test_a_sign_in_its_file_is_newer_than_that_in_the_row(publisher, hand_in):
    hand_in(Edition())
    job = jobs.take(timezone.now())
    later = timezone.now() + timedelta(seconds=5)
    path = signs._path(job)
    path.parent.mkdir(parents=True)
    path.write_text(f'{{"done": 7, "total": 9, "at": "{later.isoformat()}"}}')
    assert signs.last(job) == signs.Sign(7, 9, later)
    path.write_text('{"done": 7')
    assert signs.last(job).done == 0
