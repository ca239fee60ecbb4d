"""Indexes in the order in which lists stand, and one of the places of jobs: see docs/indexes.md."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, IntegerField, Q, Value
from django.db.models.functions import Coalesce, Lower


class Migration(migrations.Migration):
    dependencies = [("careers", "0018_room")]

    operations = [
        migrations.AddIndex(
            model_name="company", index=models.Index(Lower("name"), "id", name="company_by_name")
        ),
        migrations.RemoveIndex(model_name="posting", name="posting_best_paid"),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(
                Coalesce("yearly_max", "yearly_min", Value(-1), output_field=IntegerField()).desc(),
                F("posted_on").desc(),
                F("id").desc(),
                condition=Q(closed_on__isnull=True),
                name="posting_by_pay",
            ),
        ),
        migrations.AddIndex(
            model_name="postingplace",
            index=models.Index(fields=["area", "state", "posting"], name="posting_place_by_area"),
        ),
        migrations.AlterField(
            model_name="postingplace",
            name="area",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="The metropolitan area, or else the state, that pay is looked up for.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posting_places",
                to="careers.area",
            ),
        ),
    ]
