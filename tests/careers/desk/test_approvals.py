"""What is approved is what its approver saw: not what was checked anew, or overtaken, in the meantime."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from careers.models import ImportJob, ImportReceipt, Release, Source
from tests.site.html import parse

pytestmark = pytest.mark.django_db

State = ImportJob.State


@pytest.fixture
def job(db) -> ImportJob:
    found = {"release": "OEWS, May 2031", "created": 1, "checksum": "a"}
    return ImportJob.objects.create(
        importer="oews", file_name="a.zip", state=State.CHECKED, findings=found, heartbeat=timezone.now()
    )


def approve(client, job: ImportJob, seen: str) -> str:
    address = reverse("admin:careers_importjob_step", args=[job.pk, "approve"])
    answer = client.post(address, {"seen": seen}, follow=True)
    job.refresh_from_db()
    return answer.content.decode()


def seen_by(client, job: ImportJob) -> str:
    page = parse(client.get(reverse("admin:careers_importjob_change", args=[job.pk])))
    return next(field.attrs["value"] for field in page.all("input") if field.attrs.get("name") == "seen")


def test_what_was_checked_anew_is_looked_at_before_it_is_approved(admin_client, job):
    seen = seen_by(admin_client, job)
    job.findings |= {"created": 2}
    job.save()
    assert "checked anew since you looked" in approve(admin_client, job, seen)
    assert job.state == State.CHECKED
    approve(admin_client, job, seen_by(admin_client, job))
    assert job.state == State.APPROVED


def test_what_another_import_overtook_is_checked_again(admin_client, job):
    now = timezone.now()
    source = Source.objects.create(
        slug="of-atlantis", name="Survey", short_name="Survey", publisher="Atlantis"
    )
    release = Release.objects.create(source=source, label="May 2032")
    receipt = {"release": release, "importer": "oews", "file_name": "b.zip", "started_at": now}
    receipt |= dict.fromkeys(("created", "updated", "unchanged", "retired", "rejected"), 0)
    ImportReceipt.objects.create(**receipt, finished_at=now + timedelta(minutes=1))
    assert "Check it again" in approve(admin_client, job, seen_by(admin_client, job))
    assert job.state == State.CHECKED
