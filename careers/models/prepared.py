from django.db import models


class Prepared(models.Model):
    """What `careers.prepared` made ahead, for one state of data and code; no fact stands here alone."""

    name = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    state = models.CharField(max_length=32)
    value = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "key"], name="prepared_once"),
        ]

    def __str__(self):
        return f"{self.name}: {self.key}"
