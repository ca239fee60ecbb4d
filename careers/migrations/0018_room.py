"""Indexes by which what is rare is found however much there is: see docs/indexes.md."""

from django.db import migrations, models
from django.db.models import Q

FOR_A_TIME = Q(publish_at__isnull=False) | Q(unpublish_at__isnull=False)


class Migration(migrations.Migration):
    dependencies = [("careers", "0017_prepared")]

    operations = [
        migrations.AddIndex(
            model_name="company",
            index=models.Index(fields=["publish_at"], condition=FOR_A_TIME, name="company_for_a_time"),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(fields=["publish_at"], condition=FOR_A_TIME, name="posting_for_a_time"),
        ),
        migrations.AddIndex(
            model_name="wageestimate",
            index=models.Index(
                fields=["release"], condition=Q(is_current=True), name="wage_in_force_by_release"
            ),
        ),
    ]
