from django.db import models

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
        verbose_name_plural = "price parities"
        constraints = [
            once_per_release("area", message="This release already has that place."),
            one_in_force("area", message="Another price level is in force there."),
            explained("index"),
            within("index", 50, 200, "A price level lies between 50 and 200, the nation's is 100."),
        ]

    def __str__(self):
        return f"Price level {self.index}"
