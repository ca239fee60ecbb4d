"""Rows by the dozen of what the editors' desk keeps."""

from django.contrib.contenttypes.models import ContentType

from careers import models as m

PAGE = 50


def _corrections(around):
    figure = ContentType.objects.get_for_model(m.Projection)
    return [
        m.Correction(
            figure=figure, key={"occupation_id": number}, key_text=f"occupation_id={number}",
            field="openings_annual", occupation=around.occupation, source=around.release.source,
            published_value="1", value="2", reason="Crowd", evidence="Crowd",
        )
        for number in range(PAGE)
    ]  # fmt: skip


def _drafts(around):
    text = ContentType.objects.get_for_model(m.OccupationText)
    content = {"summary": "Crowd"}
    return [m.Draft(content_type=text, object_id=n, content=content, base={}) for n in range(PAGE)]


DESK_MAKERS = {
    m.Correction: _corrections,
    m.Draft: _drafts,
    m.ImportJob: lambda around: [m.ImportJob(importer="oews", file_name=f"crowd {n}") for n in range(PAGE)],
    m.Page: lambda around: [m.Page(title=f"Crowd {n}", slug=f"crowd-{n}", body="Crowd") for n in range(PAGE)],
    m.ReaderReport: lambda around: [
        m.ReaderReport(figure="annual_mean", page="/", shown="$1", message=f"Crowd {n}") for n in range(PAGE)
    ],
}
