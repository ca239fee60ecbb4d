"""Indexes in which the careers of a place or an industry are counted: see docs/indexes.md."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0023_words_in_parts"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                condition=Q(employment__gte=50, employment_rse__lte=30, is_current=True),
                fields=["area", "industry", "location_quotient"],
                name="wage_common",
            ),
        ),
        # The one before has what this had.
        migrations.RemoveIndex(model_name="wageestimate", name="wage_unusual"),
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                condition=Q(corrected__isnull=False, is_current=True),
                fields=["area", "industry"],
                name="wage_corrected",
            ),
        ),
    ]
