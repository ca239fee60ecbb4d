"""What an occupation takes and what its people hold: from shares and zones to cells; no queries."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import computed, mark
from careers.models import EducationShare, JobZone, PreparationShare, Projection
from careers.preparation import AFTER_HIGH_SCHOOL, time_to_become
from careers.preparation_scales import answer

from .cells import Cell, absent, build
from .labels import label_of
from .work import NATION

ZONES = {
    1: gettext_lazy("little or no preparation"),
    2: gettext_lazy("some preparation"),
    3: gettext_lazy("medium preparation"),
    4: gettext_lazy("considerable preparation"),
    5: gettext_lazy("extensive preparation"),
}
LEAST = {  # where the preparation is named after the most of it
    1: gettext_lazy("little or no"),
    2: gettext_lazy("some"),
    3: gettext_lazy("medium"),
    4: gettext_lazy("considerable"),
}
WIDER_GROUP = gettext_lazy("a wider group")  # the source does not name it
GROUP_DEGREES = gettext_lazy("A figure of a wider group: the source has none for this occupation alone.")


def degree_cells(shares: Sequence[EducationShare]) -> dict[str, Cell]:
    """The highest degree that most hold, with its share."""
    known = [share for share in shares if share.percent is not None]
    # Which of them most hold follows from all of them.
    corrected = computed((label_of(share, "attainment"), mark(share, "percent")) for share in shares)
    if not known:
        reason = shares[0].reason_for("percent")
        said = {"area": NATION, "corrected": corrected}
        return {"common_degree": absent("common_degree", reason, shares[0].release, **said)}
    most = max(known, key=lambda share: share.percent)
    text = f"{label_of(most, 'attainment')}, {formatting.percent(most.percent)}"
    value = (most.attainment, most.percent)
    said = {"note": str(GROUP_DEGREES), "group": str(WIDER_GROUP)} if most.is_group else {}
    said |= {"area": NATION, "corrected": corrected}
    return {"common_degree": build("common_degree", value, text, most.release, **said)}


def experience_cells(shares: Sequence[PreparationShare]) -> dict[str, Cell]:
    """The answer on related work experience given most often, with its share; ties to the shorter.

    Nothing where an answer that is withheld may have been given more often than the first of the rest.
    """
    known = [share for share in shares if share.percent is not None]
    if not known:
        return {}
    most = max(known, key=lambda share: (share.percent, -share.category))
    withheld = 100 - sum(share.percent for share in known) if len(known) < len(shares) else 0
    if withheld >= most.percent:
        return {}
    words = answer(PreparationShare.Scale.EXPERIENCE, most.category)
    note = _("What people in it, or experts on it, said a newcomer needs.{rolled_up}").format(
        rolled_up=rolled_up(most.parts)
    )
    return {
        "years_of_experience": build(
            "years_of_experience",
            (words, most.percent),
            f"{words}, {most.percent:.0f}%",
            most.release,
            area=NATION,
            kind="class",
            unit=_("answer given most often"),
            note=note,
            corrected=computed(
                (f"“{answer(share.scale, share.category)}”", mark(share, "percent")) for share in shares
            ),
        )
    }


def asked_experience_cells(projection: Projection) -> dict[str, Cell]:
    """The class of experience that the projections assign, for where no answers name one."""
    if projection.work_experience is None:
        return {}
    text = label_of(projection, "work_experience")
    return {
        "years_of_experience": build(
            "years_of_experience",
            text,
            text,
            projection.release,
            area=NATION,
            kind="class",
            unit=_("in a related occupation, as asked for"),
            corrected=mark(projection, "work_experience"),
            note=_("A coarse class: answers of people in it that could be relied on are not published."),
        )
    }


def zone_cells(zone: JobZone) -> dict[str, Cell]:
    """The job zone; a range of zones where the O*NET occupations rolled up lie in several."""
    said = {"area": NATION, "corrected": mark(zone, "lowest", "highest")}
    if zone.lowest is None:
        return {"job_zone": absent("job_zone", zone.reason_for("lowest"), zone.release, **said)}
    if zone.highest in (None, zone.lowest):
        value, text = (
            zone.lowest,
            _("Zone {lowest}, {zones}").format(lowest=zone.lowest, zones=ZONES[zone.lowest]),
        )
    else:
        value = (zone.lowest, zone.highest)
        text = _("Zones {lowest} to {highest}, {least} to {most}").format(
            lowest=zone.lowest, highest=zone.highest, least=LEAST[zone.lowest], most=ZONES[zone.highest]
        )
    note = (
        _("From {parts} O*NET occupations that belong to it.").format(parts=zone.parts)
        if zone.parts > 1
        else ""
    )
    return {"job_zone": build("job_zone", value, text, zone.release, note=note, **said)}


def time_cells(projection: Projection) -> dict[str, Cell]:
    """How long it takes from high school on, computed from what entry typically asks for."""
    classes = (projection.entry_education, projection.work_experience, projection.job_training)
    if None in classes:
        return {}
    time = time_to_become(*classes)
    note = _("Computed here from what entry typically asks for: {parts}.").format(parts=time.parts)
    corrected = computed([("", mark(projection, "entry_education", "work_experience", "job_training"))])
    extra = {"area": NATION, "unit": str(AFTER_HIGH_SCHOOL), "note": note, "corrected": corrected}
    return {"time_to_become": build("time_to_become", time.years, time.text, projection.release, **extra)}


def rolled_up(parts: int) -> str:
    """A sentence on how many O*NET occupations a figure is the mean of, '' for one."""
    return (
        _(" The mean of {parts} O*NET occupations that belong to it.").format(parts=parts)
        if parts > 1
        else ""
    )
