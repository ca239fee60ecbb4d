from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import Published, once_per_release, one_in_force


class CensusOccupation(Published):
    """An occupation of the Census Bureau's list, which the household surveys publish by.

    One Census title can cover several SOC codes; a figure published for it is a group figure then.
    """

    class Vintage(models.IntegerChoices):
        OF_2010 = 2010, "2010"
        OF_2018 = 2018, "2018"

    vintage = models.PositiveSmallIntegerField(_("list of"), choices=Vintage)
    code = models.CharField(_("Census code"), max_length=4)
    title = models.CharField(max_length=200)
    soc_codes = models.JSONField(
        _("SOC codes"),
        default=list,
        help_text=_("SOC 2018 codes of the detailed occupations that it covers."),
    )

    class Meta:
        ordering = ["vintage", "code"]
        constraints = [
            once_per_release("vintage", "code", message=_("This release already has that Census code.")),
            one_in_force("vintage", "code", message=_("Another row of that Census code is in force.")),
        ]

    def __str__(self):
        return gettext("{title} (Census {vintage}: {code})").format(
            title=self.title, vintage=self.vintage, code=self.code
        )
