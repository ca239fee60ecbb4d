from django.db import models


class AreaQuerySet(models.QuerySet):
    def nation(self):
        return self.filter(kind=Area.Kind.NATION)


class Area(models.Model):
    """A place that figures are published for."""

    class Kind(models.TextChoices):
        NATION = "nation", "Nation"
        STATE = "state", "State or territory"
        METRO = "metro", "Metropolitan area"
        NONMETRO = "nonmetro", "Nonmetropolitan area"

    NATION_CODE = "0000000"

    code = models.CharField(
        max_length=7, unique=True, help_text="BLS area code; for a metropolitan area its CBSA code, padded."
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
        help_text="The (first-named) state of a metropolitan or nonmetropolitan area.",
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
