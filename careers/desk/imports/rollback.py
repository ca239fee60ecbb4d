"""A release rolled back, and forward again: what was in force before it is in force again, row by row.

So are the names that its imports changed (`careers.importers.renames`). What an import wrote over within its
own release, a file of it handed in again, is not kept.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers.desk import corrections, reviving
from careers.importers import force, renames
from careers.models import ImportJob, Release
from careers.search import index

RANGES_AT_ONCE = 200
DONE, ROLLED_BACK = ImportJob.State.DONE, ImportJob.State.ROLLED_BACK
CHANGED = gettext_lazy(
    "The figures that it replaced are no longer as they were then: something changed them since."
)


class Refused(Exception):
    """It cannot be rolled. Says why; nothing was changed."""


@dataclass(slots=True)
class Rolled:
    """How many figures went out of force and came into force, names changed, and what is to be told."""

    out: int
    back: int
    names: int
    warnings: list[str] = field(default_factory=list)

    @property
    def said(self) -> str:
        some = ngettext("{count:,} figure", "{count:,} figures", self.out).format(count=self.out)
        out = some if self.out else _("No figure")
        back = f"{self.back:,}" if self.back else _("none")
        figures = _("{out} went out of force, {back} came into force again").format(out=out, back=back)
        return (
            _("{figures}, {names:,} names changed.").format(figures=figures, names=self.names)
            if self.names
            else f"{figures}."
        )


def refusal(release: Release) -> str:
    """Why a release cannot be rolled back, or forward again; '' where it can."""
    if release.replaced is None and _follows_others(release):
        return _("The portal does not know what was in force before it: it is from before this was kept.")
    if release.rolled_back is not None:
        return ""
    for other in release.source.releases.exclude(pk=release.pk).filter(rolled_back__isnull=True):
        if any(str(release.pk) in by_release for by_release in (other.replaced or {}).values()):
            return _("{other} came after it. Roll that one back first.").format(other=other)
    return ""


def roll(release: Release, user, *, is_back: bool) -> Rolled:
    """Back, or forward again, in one transaction; `Refused` where it was rolled that way meanwhile."""
    try:
        with transaction.atomic():
            held = Release.objects.select_for_update(of=("self",), no_key=True)
            release = held.select_related("source").get(pk=release.pk)
            if why := refusal(release):
                raise Refused(why)
            if is_back != (release.rolled_back is None):
                raise Refused(_("Somebody rolled it already since."))
            # Corrections stand in the rows: they are lifted off the one release, and put on the other.
            corrections.lift(release.source)
            rolled = _back(release) if is_back else _forward(release)
            revived = reviving.revive(release) if is_back else []
            rolled.warnings = revived + corrections.reapply(release)
            _tell(release, user, rolled, is_back)
            transaction.on_commit(index.rebuild, robust=True)
    except IntegrityError as error:
        raise Refused(_("Other figures have come into force in its place.")) from error
    return rolled


def _back(release: Release) -> Rolled:
    own = force.of_itself(release)
    if not own:
        raise Refused(_("None of its figures is in force."))
    release.replaced, release.rolled_back = release.replaced or {}, own
    rolled = Rolled(_set(own, False), _set(release.replaced, True), renames.back(release))
    release.save(update_fields=["replaced", "rolled_back", "renamed"])
    return rolled


def _forward(release: Release) -> Rolled:
    out, back = _set(release.replaced, False), _set(release.rolled_back, True)
    rolled = Rolled(out, back, renames.forward(release))
    release.rolled_back = None
    release.save(update_fields=["rolled_back"])
    return rolled


def _set(rows: force.Rows, is_current: bool) -> int:
    """Bring all of these rows into force, or take them out; `Refused` where one is not as it was."""
    done = 0
    for name, by_release in rows.items():
        model = apps.get_model(name)
        for release, ranges in by_release.items():
            those = model.objects.filter(release=release, is_current=not is_current)
            changed = sum(
                those.filter(reduce(or_, (Q(pk__range=each) for each in some))).update(is_current=is_current)
                for some in _some(ranges)
            )
            if changed != sum(last - first + 1 for first, last in ranges):
                raise Refused(CHANGED)
            done += changed
    return done


def _follows_others(release: Release) -> bool:
    """Whether there are figures that it may have taken out of force."""
    others = list(release.source.releases.exclude(pk=release.pk).values_list("pk", flat=True))
    return bool(others) and any(
        model.objects.filter(release__in=others).exists() for model in force.published_models()
    )


def _some(ranges: force.Ranges):
    return (ranges[at : at + RANGES_AT_ONCE] for at in range(0, len(ranges), RANGES_AT_ONCE))


def _tell(release: Release, user, rolled: Rolled, is_back: bool) -> None:
    before, after = (DONE, ROLLED_BACK) if is_back else (ROLLED_BACK, DONE)
    ImportJob.objects.filter(receipt__release=release, state=before).update(state=after)
    if user is None:  # whose account was deleted since
        return
    way = _("Rolled back") if is_back else _("Rolled forward")
    said = " ".join([f"{way}: {rolled.said}", *rolled.warnings])
    LogEntry.objects.log_actions(user.pk, [release], CHANGE, said, single_object=True)
