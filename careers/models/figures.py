"""What every figure has: a release it comes from, whether it is in force, and why a part of it is missing."""

from functools import reduce
from operator import and_

from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

PARTS_HELP = _("Of how many O*NET occupations it is the mean; 1 where it is that of one alone.")


class Missing(models.TextChoices):
    """Why a figure is not there. A missing figure is NULL and carries one of these; it is never 0."""

    SUPPRESSED = "suppressed", _("The publisher withholds it")
    NOT_COLLECTED = "not_collected", _("The source does not give it")
    NOT_APPLICABLE = "not_applicable", _("It does not apply here")
    TOP_CODED = "top_coded", _("Above the highest amount the publisher prints")
    HOURLY_ONLY = "hourly_only", _("Only hourly pay is published for this occupation")
    ANNUAL_ONLY = "annual_only", _("Only yearly pay is published for this occupation")
    UNRELIABLE = "unreliable", _("The publisher advises against using it")
    TOO_FEW = "too_few", _("Too few observations to show")


class FigureQuerySet(models.QuerySet):
    def current(self):
        """What is in force: neither superseded by a newer release nor withdrawn by the publisher."""
        return self.filter(is_current=True)


class Published(models.Model):
    """A fact from one release of one source: a title, a task, a link between occupations."""

    release = models.ForeignKey("careers.Release", on_delete=models.PROTECT, related_name="+")
    is_current = models.BooleanField(
        _("in force"),
        default=True,
        help_text=_("Off for what a newer release replaced or its publisher withdrew."),
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        abstract = True


class Figure(Published):
    """One or several published numbers, from one release of one source."""

    # Fields that may be empty only when `missing` says why; each subclass names its own.
    EXPLAINED: tuple[str, ...] = ()

    missing = models.JSONField(
        _("why parts are missing"),
        default=dict,
        blank=True,
        help_text=_("For each empty figure, the reason it is empty."),
    )
    corrected = models.JSONField(
        _("corrected values"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("For each value that an editor corrected, the correction; NULL for almost all figures."),
    )

    class Meta:
        abstract = True

    def reason_for(self, name: str) -> str:
        """The code of the reason why the figure called `name` is empty; '' when it is there."""
        return self.missing.get(name, "")


def explained(*names: str) -> models.CheckConstraint:
    """A constraint: each of these figures is either there, or empty with a reason; never both."""
    present = (Q(**{f"{name}__isnull": False}) & ~Q(missing__has_key=name) for name in names)
    absent = (Q(**{f"{name}__isnull": True}) & Q(missing__has_key=name) for name in names)
    return models.CheckConstraint(
        name="%(class)s_missing_has_reason",
        condition=reduce(and_, (here | gone for here, gone in zip(present, absent, strict=True))),
        violation_error_message=format_lazy(
            _("Each empty figure needs a reason, and a figure that is there needs none. Check: {figures}."),
            figures=", ".join(name.replace("_", " ") for name in names),
        ),
    )


def within(name: str, low, high, message: str) -> models.CheckConstraint:
    """A constraint: the figure, where it is there, lies in low…high."""
    return models.CheckConstraint(
        name=f"%(class)s_{name}_in_range",
        condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": low, f"{name}__lte": high}),
        violation_error_message=message,
    )


def ascending(name: str, *names: str, message: str) -> models.CheckConstraint:
    """A constraint: each figure is at most every later one; a missing one is passed over."""
    conditions = [
        Q(**{f"{lower}__isnull": True})
        | Q(**{f"{upper}__isnull": True})
        | Q(**{f"{lower}__lte": models.F(upper)})
        for position, lower in enumerate(names)
        for upper in names[position + 1 :]
    ]
    return models.CheckConstraint(
        name=f"%(class)s_{name}",
        condition=reduce(and_, conditions),
        violation_error_message=message,
    )


def once_per_release(*fields: str, message: str) -> models.UniqueConstraint:
    """A constraint: a release says it once. Fields in the order in which they are looked up."""
    return models.UniqueConstraint(
        fields=[*fields, "release"], name="%(class)s_once_per_release", violation_error_message=message
    )


def one_in_force(*fields: str, message: str) -> models.UniqueConstraint:
    """A constraint: of all releases, one is in force. It is the index that pages read by."""
    return models.UniqueConstraint(
        fields=fields,
        condition=Q(is_current=True),
        name="%(class)s_one_in_force",
        violation_error_message=message,
    )
