"""The work: from pay estimates and projections to the cells of employment and outlook; no queries."""

from django.utils.translation import gettext as _

from careers import formatting
from careers.corrected import error_note, mark, own_error
from careers.models import Projection, WageEstimate

from .cells import Cell, absent, build
from .labels import label_of

NATION = "United States"


def employment_cell(wage: WageEstimate) -> Cell:
    said = {"area": wage.area.name, "corrected": mark(wage, "employment")}
    if wage.employment is None:
        return absent("employment", wage.reason_for("employment"), wage.release, **said)
    return build(
        "employment",
        wage.employment,
        formatting.count(wage.employment),
        wage.release,
        rse=own_error(wage, "employment", "employment_rse"),
        note=error_note(wage, "employment", "employment_rse"),
        **said,
    )


def quotient_cell(wage: WageEstimate) -> Cell:
    key, value = "location_quotient", wage.location_quotient
    said = {"area": wage.area.name, "corrected": mark(wage, key)}
    if value is None:
        return absent(key, wage.reason_for(key), wage.release, **said)
    return build(key, value, formatting.trim(value), wage.release, **said)


def outlook_cells(projection: Projection) -> dict[str, Cell]:
    """Growth, openings and the three classes of what entry takes."""
    release, area = projection.release, NATION
    if projection.base_year:
        period = _("{base_year} to {target_year}").format(
            base_year=projection.base_year, target_year=projection.target_year
        )
    else:
        period = _("years not stated by the source")
    cells = {}
    for key, name, show, unit in (
        ("growth", "change_percent", formatting.percent, _("percent, {period}").format(period=period)),
        (
            "openings",
            "openings_annual",
            formatting.hundreds,
            _("openings a year, {period}").format(period=period),
        ),
    ):
        value, corrected = getattr(projection, name), mark(projection, name)
        if value is None:
            reason = projection.reason_for(name)
            cells[key] = absent(key, reason, release, area=area, corrected=corrected)
        else:
            cells[key] = build(key, value, show(value), release, area=area, unit=unit, corrected=corrected)
    for name in ("entry_education", "work_experience", "job_training"):
        said = {"area": area, "corrected": mark(projection, name)}
        if getattr(projection, name) is None:
            cells[name] = absent(name, projection.reason_for(name), release, **said)
        else:
            text = label_of(projection, name)
            cells[name] = build(name, text, text, release, **said)
    # A source that gives one of these without the others has no record of the others.
    return {key: cell for key, cell in cells.items() if projection.base_year or not cell.missing}
