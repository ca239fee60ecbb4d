from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0006_editors_desk"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="company",
            options={
                "ordering": ["name"],
                "permissions": [("merge_companies", "Can merge companies")],
                "verbose_name_plural": "companies",
            },
        ),
        migrations.AlterModelOptions(
            name="importjob",
            options={
                "ordering": ["-asked_at"],
                "permissions": [("import_sources", "Can import releases and roll them back")],
            },
        ),
        migrations.AlterModelOptions(
            name="page",
            options={
                "ordering": ["title"],
                "permissions": [("publish_content", "Can publish and archive what editors write")],
            },
        ),
    ]
