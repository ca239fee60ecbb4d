"""Corrections that ended because their publisher agreed, where a rollback takes the agreement back."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.corrected import value_of
from careers.models import Correction, Release

from . import corrections

SAID = _("{name}: the publisher’s agreement was rolled back; the correction is in force again.")
AGREED = Correction.Ending.AGREED


def revive(release: Release) -> list[str]:
    """Put corrections in force again that ended by a release that is out of force now; what is told.

    For between `lift` and `reapply`: rows hold what publishers give. One that an editor corrected anew
    since stays ended.
    """
    told = []
    of_source = Correction.objects.filter(source=release.source)
    taken = {_place(each) for each in of_source.in_force()}
    for correction in of_source.filter(ending=AGREED).select_related("figure").order_by("-ended_at"):
        if _place(correction) not in taken and _agreed_by(correction, release):
            taken.add(_place(correction))
            correction.ended_at, correction.ending = None, ""
            correction._change_reason = gettext("{release} was rolled back.").format(release=release)
            correction.save(update_fields=["ended_at", "ending"])
            told.append(SAID.format(name=corrections.named(correction)))
    return told


def _place(correction: Correction) -> tuple:
    return correction.figure_id, correction.key_text, correction.field


def _agreed_by(correction: Correction, release: Release) -> bool:
    """Whether that release gave the corrected value, and what is in force now does not."""
    model, name = correction.figure.model_class(), correction.field
    own = model.objects.filter(**correction.key, release=release, is_current=False).first()
    if own is None or value_of(own, name) != correction.value:
        return False
    now = corrections.row_of(correction)
    return now is not None and value_of(now, name) != correction.value
