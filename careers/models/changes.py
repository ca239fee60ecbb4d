from django.db import models
from django.utils import timezone


class Change(models.Model):
    """That what readers see was changed: one row for a transaction, written by `careers.changes` alone.

    The sum of the stamps is the version of the data. Each writer adds a row of its own, so that none waits
    for another; and a stamp is drawn by lot, so that no two histories of a database have the same sum.
    """

    stamp = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Change of {self.at:%Y-%m-%d %H:%M:%S}"
