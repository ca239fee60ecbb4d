"""The desk in full: a row of every kind that its pages show, with names as long as they come."""

from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from careers import models as m
from careers.desk.roles import EDITOR, PUBLISHER

PASSWORD = "desk-of-the-tests-1"
LONG = "Keepers-of-the-crowd-and-of-whatever-else-gathers"
FINDINGS = {
    "release": "BLS OEWS, May 2026",
    "created": 3,
    "updated": 1200,
    "unchanged": 370_000,
    "rejected": 1,
    "moved": 12,
    "percent": 25,
    "warnings": ["1 row names an area that is not known."],
    "worst": [
        {"about": "Registered Nurses", "where": "Texas", "figure": "median yearly pay",
         "old": "93,600", "new": "41,000", "percent": -56}
    ],
    "rejections": [{"line": 17, "reason": "Median: “ninety” is no number."}],
}  # fmt: skip


def users() -> None:
    User.objects.create_superuser("head", password=PASSWORD)
    for name, group in (("editor", EDITOR), ("publisher", PUBLISHER)):
        user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=group))


def at(row, page: str = "change") -> str:
    options = row._meta
    args = [] if isinstance(row, type) else [row.pk]
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=args)


def rows() -> dict[str, str]:
    """Pages of rows that only a desk at work has: by what they are, their addresses."""
    wage = m.WageEstimate.objects.current().national().get(occupation__soc_code="29-1141")
    editor = User.objects.get(username="editor")
    made = {
        "pay": at(wage),
        "correcting": at(wage, "correct"),
        **_texts(editor),
        **_imports(editor),
    }
    correction = m.Correction.objects.create(
        figure=ContentType.objects.get_for_model(wage), key={"occupation_id": 0}, key_text="of the tests",
        field="annual_mean", about=f"{wage.occupation}, {LONG}", occupation=wage.occupation,
        source=wage.release.source, published_value="94480", value="98430", reason="A misprint.",
        evidence="Its table 4", conflicts_with="BLS OEWS, May 2026", made_by=editor,
    )  # fmt: skip
    report = m.ReaderReport.objects.create(
        figure="annual_mean", page="/careers/actors/pay/", shown="$94,480", message=f"Too high. {LONG} {LONG}"
    )
    return made | {
        "correction": at(correction),
        "deciding a correction": at(correction, "decide"),
        "report": at(report),
    }


def _texts(editor: User) -> dict[str, str]:
    page = m.Page(title="About the tests", slug="about-the-tests", body="First.", status="published")
    page._history_user, page._change_reason = editor, "Begun."
    page.save()
    page.body, page._change_reason = "Second, **bold**.", LONG
    page.save()
    first = m.Page.history.filter(id=page.pk).earliest("history_id")
    draft = m.Draft.objects.create(
        content_type=ContentType.objects.get_for_model(page), object_id=page.pk, author=editor,
        content={"body": "Third."}, base={"body": page.body}, state="in_review", note="A third.",
    )  # fmt: skip
    m.Page.objects.create(title=f"To be read. {LONG}", slug="to-be-read", body="Words.", status="in_review")
    company = m.Company.objects.order_by("pk").first()
    m.CompanyAssessment.objects.create(
        company=company, topic="Culture", score=80, source_name="The tests", as_of=timezone.localdate()
    )
    return {
        "published page with a draft": at(page),
        "history": at(page, "history"),
        "returning": reverse("admin:careers_page_return", args=[page.pk, first.history_id]),
        "deleting": at(page, "delete"),
        "draft": at(draft),
        "company": at(company),
    }


def _imports(editor: User) -> dict[str, str]:
    state, now = m.ImportJob.State, timezone.now()
    given = {"importer": "oews", "file_name": f"{LONG}.sqlite", "asked_by": editor}
    jobs = {
        "dry run": m.ImportJob(**given, state=state.CHECKED, findings=FINDINGS, finished_at=now),
        "import at work": m.ImportJob(
            **given, state=state.LOADING, done_rows=500, total_rows=9000, heartbeat=now + timedelta(hours=1)
        ),
        "failed import": m.ImportJob(
            **given, state=state.FAILED, error="Line 3: no column named “OCC_CODE”."
        ),
    }
    for job in jobs.values():
        job.save()
    receipt = m.ImportReceipt.objects.order_by("-pk").first()
    return {name: at(job) for name, job in jobs.items()} | (
        {"receipt": at(receipt), "release": at(receipt.release)} if receipt else {}
    )
