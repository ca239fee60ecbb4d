from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import Figure, explained, once_per_release, one_in_force, within


class PriceParity(Figure):
    """The price level of a place against the nation's, which is 100: 110 is a tenth dearer."""

    EXPLAINED = ("index",)

    area = models.ForeignKey(
        "careers.Area", on_delete=models.PROTECT, related_name="price_parities", db_index=False
    )
    index = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = _("price parities")
        constraints = [
            once_per_release("area", message=_("This release already has that place.")),
            one_in_force("area", message=_("Another price level is in force there.")),
            explained("index"),
            within("index", 50, 200, _("A price level lies between 50 and 200, the nation's is 100.")),
        ]

    def __str__(self):
        return gettext("Price level {index}").format(index=self.index)
