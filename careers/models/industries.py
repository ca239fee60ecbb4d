import re

from django.db import models
from django.utils.translation import gettext_lazy as _

# BLS writes "Sector 62 - Health Care…" and "Sectors 31, 32, and 33 - Manufacturing".
SECTOR_PREFIX = re.compile(r"^Sectors? [0-9, and]+ - ")


class IndustryQuerySet(models.QuerySet):
    def sectors(self):
        """The 20 NAICS sectors, which do not overlap; government by ownership does and is left out."""
        return self.filter(level=Industry.Level.SECTOR).exclude(code__in=Industry.OWNERSHIP_CODES)


class Industry(models.Model):
    """An industry as the pay statistics divide them (NAICS, and government by level)."""

    class Level(models.IntegerChoices):
        ALL = 0, _("All industries")
        OWNERSHIP = 1, _("Private or government")
        SECTOR = 2, _("Sector")
        SUBSECTOR = 3, _("Subsector (3 digits)")
        GROUP = 4, _("Industry group (4 digits)")
        INDUSTRY = 5, _("Industry (5–6 digits)")

    ALL_CODE = "000000"
    # Federal, state and local government including schools and hospitals: they overlap the sectors.
    OWNERSHIP_CODES = ("999101", "999201", "999301")

    code = models.CharField(max_length=6, unique=True, help_text=_("BLS industry code (NAICS based)."))
    title = models.CharField(max_length=160)
    slug = models.SlugField(max_length=180, unique=True)
    level = models.PositiveSmallIntegerField(choices=Level)

    objects = IndustryQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name_plural = _("industries")

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The title without the sector's number."""
        return SECTOR_PREFIX.sub("", self.title)
