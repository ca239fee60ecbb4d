"""What editors write about a comparison. No import touches it."""

from collections.abc import Iterable
from itertools import combinations, pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat, Length
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Editorial, EditorialQuerySet, Occupation, Status
from careers.models.versions import keep_versions
from careers.selectors.examples import SEPARATOR

# The columns of the compared, in the order in which a reader sees them.
SEATS = ("first", "second", "third", "fourth", "fifth")
FEWEST = 2

models.CharField.register_lookup(Length)


def members_key(occupation_ids: Iterable[int]) -> str:
    """One text for a set of occupations, whatever their order: `-12-345-`."""
    return f"-{'-'.join(str(pk) for pk in sorted(occupation_ids))}-"


def _names(seat: str) -> Concat:
    return Concat(Value("-"), Cast(F(seat), models.CharField()), Value("-"))


def _key_names_the_compared() -> Q:
    """The key holds each of the compared, and has no letter more than that takes."""
    length = Value(1)
    condition = Q()
    for seat in SEATS:
        length = length + Coalesce(Length(Cast(F(seat), models.CharField())) + 1, 0)
        condition &= Q(**{f"{seat}__isnull": True}) | Q(members_key__contains=_names(seat))
    return condition & Q(members_key__length=length)


def _seats_filled_in_order() -> Q:
    condition = Q()
    for earlier, later in pairwise(SEATS[FEWEST:]):
        condition &= Q(**{f"{earlier}__isnull": False}) | Q(**{f"{later}__isnull": True})
    return condition


def _each_once() -> Q:
    return ~Q(*(Q(**{one: F(other)}) for one, other in combinations(SEATS, 2)), _connector=Q.OR)


class CuratedQuerySet(EditorialQuerySet):
    def published(self):
        """What readers see now: live, and each of the compared still a career that can be opened."""
        found = self.live(timezone.now())
        for seat in SEATS:
            listed = Q(**{f"{seat}__level__in": Occupation.LISTED_LEVELS})
            found = found.filter(
                listed if seat in SEATS[:FEWEST] else listed | Q(**{f"{seat}__isnull": True})
            )
        return found

    def of(self, occupation_ids: Iterable[int]):
        """Those that compare exactly these occupations, in any order."""
        return self.filter(members_key=members_key(occupation_ids))

    def comparing(self, occupation_id: int):
        """Those that this occupation is one of."""
        return self.filter(Q(*((seat, occupation_id) for seat in SEATS), _connector=Q.OR))


def _seat(name, **options) -> models.ForeignKey:
    # PROTECT: an occupation that is deleted does not take along what editors wrote.
    return models.ForeignKey(
        Occupation,
        verbose_name=name,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"level__in": Occupation.LISTED_LEVELS},
        **options,
    )


class CuratedComparison(Editorial):
    """Two to five occupations that editors compare in an order and with words of their own.

    The compared stand in columns of the row rather than in rows of another table, so that the
    database itself holds how many they are, that each is there once, and that a set is published
    once: `members_key` is that set, written by `save` and checked by the database.
    """

    Status = Status

    title = models.CharField(max_length=120, help_text=_("What it is listed by."))
    first = _seat(_("first career"))
    second = _seat(_("second career"))
    third = _seat(_("third career"), null=True, blank=True)
    fourth = _seat(_("fourth career"), null=True, blank=True)
    fifth = _seat(_("fifth career"), null=True, blank=True)
    members_key = models.CharField(max_length=110, editable=False)
    introduction = models.TextField(
        help_text=_(
            "Stands under the opening. Its first sentence is shown in the list of comparisons. "
            "An empty line begins a new paragraph."
        )
    )
    verdict = models.TextField(
        blank=True,
        help_text=_("Stands at the end: who is better off with which. An empty line begins a new paragraph."),
    )
    status = models.CharField(
        max_length=9,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("A draft is seen by editors only. What is published, readers see at once."),
    )
    changed_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = CuratedQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            *Editorial.Meta.constraints,
            models.CheckConstraint(
                name="curated_seats_filled_in_order",
                condition=_seats_filled_in_order(),
                violation_error_message=_("Between two of the compared none can be left out."),
            ),
            models.CheckConstraint(
                name="curated_each_once",
                condition=_each_once(),
                violation_error_message=_("No occupation is compared with itself: name each once."),
            ),
            models.CheckConstraint(
                name="curated_key_names_the_compared",
                condition=_key_names_the_compared(),
                violation_error_message=_(
                    "The key of the comparison names other occupations than it compares."
                ),
            ),
            models.UniqueConstraint(
                name="curated_set_published_once",
                fields=["members_key"],
                condition=Q(status="published"),
                violation_error_message=_("Another comparison of the same occupations is published."),
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, update_fields=None, **kwargs):
        self.members_key = members_key(self.occupation_ids)
        if update_fields is not None:
            update_fields = {*update_fields, "members_key"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_absolute_url(self):
        """The page of the comparison, in the editors' order; it has their words once published."""
        pair = SEPARATOR.join(occupation.slug for occupation in self.occupations)
        return reverse("comparisons:comparison", args=[pair])

    def clean(self):
        self.members_key = members_key(self.occupation_ids)
        if unlisted := self.unlisted():
            raise ValidationError(
                gettext("{unlisted} has no page of its own, so it cannot be compared.").format(
                    unlisted=unlisted
                )
            )

    @property
    def occupation_ids(self) -> list[int]:
        """Primary keys of the compared, in their order."""
        return [pk for seat in SEATS if (pk := getattr(self, f"{seat}_id"))]

    @property
    def occupations(self) -> list[Occupation]:
        """The compared, in their order; no query where they were selected with the row."""
        return [getattr(self, seat) for seat in SEATS if getattr(self, f"{seat}_id")]

    def unlisted(self) -> Occupation | None:
        """One of the compared that readers cannot open, say since its level changed."""
        return next((each for each in self.occupations if each.level not in Occupation.LISTED_LEVELS), None)

    def rival(self) -> "CuratedComparison | None":
        """Another comparison of the same occupations that is published: the one that bars this one."""
        others = CuratedComparison.objects.of(self.occupation_ids).exclude(pk=self.pk)
        return others.filter(status=self.Status.PUBLISHED).first()


keep_versions(CuratedComparison, excluded_fields=["changed_at"])


class ShippedComparison(models.Model):
    """That this database was given a comparison that comes with the portal: it is not given again.

    What editors made of it since, or that they deleted it, stays as it is.
    """

    name = models.SlugField(primary_key=True)
    given_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name
