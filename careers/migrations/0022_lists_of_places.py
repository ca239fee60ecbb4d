"""Indexes in the order of what the pages of places and industries list: see docs/indexes.md."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0021_of_one_career"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="occupation",
            index=models.Index(
                condition=models.Q(("level", "detailed"), _negated=True),
                fields=["id"],
                name="occupation_above_detailed",
            ),
        ),
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                condition=models.Q(
                    ("annual_mean__isnull", False),
                    ("employment__gte", 50),
                    ("is_current", True),
                    ("wage_rse__lte", 15),
                ),
                fields=["area", "industry", "annual_mean"],
                name="wage_best_paid",
            ),
        ),
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                condition=models.Q(("annual_mean__isnull", True), ("is_current", True)),
                fields=["area", "industry"],
                name="wage_without_year",
            ),
        ),
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                condition=models.Q(
                    ("employment__gte", 50),
                    ("employment_rse__lte", 30),
                    ("is_current", True),
                    ("location_quotient__gt", 1),
                ),
                fields=["area", "industry", "location_quotient"],
                name="wage_unusual",
            ),
        ),
    ]
