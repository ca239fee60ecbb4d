"""An index of words for each part of the terms that is read by itself, instead of one for all: PostgreSQL."""

from django.db import migrations

from careers.search import postgres


def in_parts(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        # In a new database they are there already, and no other. To drop one stops whoever searches: at the end.
        for statement in (*postgres.INSTALL, f"DROP INDEX IF EXISTS {postgres.TERMS}_tokens"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("careers", "0022_lists_of_places"),
    ]

    operations = [
        migrations.RunPython(in_parts, migrations.RunPython.noop),
    ]
