from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0016_change"),
    ]

    operations = [
        migrations.CreateModel(
            name="Prepared",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=120)),
                ("state", models.CharField(max_length=32)),
                ("value", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("name", "key"), name="prepared_once"),
                ],
            },
        ),
    ]
