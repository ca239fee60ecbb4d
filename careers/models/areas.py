from django.db import models
from django.utils.translation import gettext_lazy as _


class AreaQuerySet(models.QuerySet):
    def nation(self):
        return self.filter(kind=Area.Kind.NATION)


class Area(models.Model):
    """A place that figures are published for."""

    class Kind(models.TextChoices):
        NATION = "nation", _("Nation")
        STATE = "state", _("State or territory")
        METRO = "metro", _("Metropolitan area")
        NONMETRO = "nonmetro", _("Nonmetropolitan area")

    NATION_CODE = "0000000"

    code = models.CharField(
        max_length=7,
        unique=True,
        help_text=_("BLS area code; for a metropolitan area its CBSA code, padded."),
    )
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    state = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="local_areas",
        limit_choices_to={"kind": "state"},
        help_text=_("The (first-named) state of a metropolitan or nonmetropolitan area."),
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
