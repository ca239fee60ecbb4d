"""Indexes of what one career has, and of answers on one page: see docs/indexes.md."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("careers", "0020_rolls")]

    operations = [
        migrations.AddIndex(
            model_name="employerpay",
            index=models.Index(
                fields=["occupation", "area"],
                condition=Q(is_current=True),
                name="employer_pay_of_occupation",
            ),
        ),
        migrations.AddIndex(
            model_name="readerreport",
            index=models.Index(
                fields=["page"],
                opclasses=["varchar_pattern_ops"],
                condition=Q(state="answered", is_public=True, answered_at__isnull=False),
                name="reader_report_answered",
            ),
        ),
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                fields=["occupation", "industry", "area"],
                condition=Q(is_current=True),
                name="wage_in_force_of_occupation",
            ),
        ),
    ]
