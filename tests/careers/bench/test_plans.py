"""The indexes that pages read by are told from what they really ask."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from careers.bench import plans
from careers.management.commands import bench_plans
from careers.models import Source

SQL = 'SELECT "careers_area"."id", "careers_area"."name" FROM "careers_area" WHERE "careers_area"."slug" = %s'


def index(name, table="careers_area", kind="", definition="", **used):
    return plans.Index(name, table, kind, "8192 bytes", definition, **used)


def test_a_statement_is_shortened_to_where_it_reads_and_by_what():
    assert plans.shortened(SQL) == "SELECT … FROM careers_area WHERE careers_area.slug = %s"
    long = plans.shortened(SQL + " AND 1 = 1" * 50 + " ORDER BY careers_area.name LIMIT 5")
    assert len(long) <= plans.MOST_SHOWN + len("… ") * 2
    assert long.endswith("ORDER BY careers_area.name LIMIT 5")


def test_each_index_is_told_with_a_query_or_with_why_it_is_kept():
    used = {"pages": {"state"}, "query": "SELECT … FROM careers_area", "by": "(slug = 'a' || 'b')"}
    told = "\n".join(
        bench_plans._indexes(
            [
                index("by_slug", definition="CREATE INDEX x ON y USING btree (slug)", **used),
                index("slug_like", definition="CREATE INDEX x ON y USING btree (slug varchar_pattern_ops)"),
                index("area_once", kind="unique"),
            ]
        )
    )
    assert (
        "| careers_area | `by_slug` | btree (slug) | 8192 bytes | 0.0 | state | "
        r"`SELECT … FROM careers_area`: `(slug = 'a' \|\| 'b')` |"
    ) in told
    assert "- unique (1): `area_once`" in told
    assert "what begins so (1): `slug_like`" in told


@pytest.mark.django_db
def test_a_small_walk_explains_what_its_pages_ask():
    statements = plans.Statements()
    for number, page in enumerate(("a page", "another")):
        with statements.watching(page):
            list(Source.objects.filter(pk=number + 1))
    (asked,) = statements.asked.values()
    assert asked.pages == {"a page", "another"}
    walk = {"times": 1, "of": "figures as", "without_desk": True, "print": True}
    if connection.vendor != "postgresql":
        with pytest.raises(CommandError, match="PostgreSQL"):
            call_command("bench_plans", **walk)
        return
    assert plans.plan(asked)["Plan"]["Node Type"]
    out = StringIO()
    call_command("bench_plans", **walk, stdout=out, stderr=StringIO())
    assert "## Indexes (" in out.getvalue()
    assert "`company_by_name`" in out.getvalue()
    assert "## Read whole" in out.getvalue()
