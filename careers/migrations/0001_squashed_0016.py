"""0001 to 0016 at once, for a new database; one that has some of them goes on with the rest."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from careers.search import postgres, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgres}


def install(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].INSTALL:
        schema_editor.execute(statement)


def uninstall(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].UNINSTALL:
        schema_editor.execute(statement)


class Together(Operation):
    """Many tables in one step: the models are rendered once, not after each of them once more."""

    reversible = reduces_to_sql = True

    def __init__(self, *tables):
        self.tables = tables

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(self, *states):
        for table in self.tables:
            table.database_forwards(*states)

    def database_backwards(self, *states):
        for table in reversed(self.tables):
            table.database_backwards(*states)

    def describe(self):
        return f"Create {len(self.tables)} tables"


class Migration(migrations.Migration):
    replaces = [
        ("careers", "0001_initial"),
        ("careers", "0002_all_the_figures"),
        ("careers", "0003_search"),
        ("careers", "0004_jobs_and_companies"),
        ("careers", "0005_jobs_listed"),
        ("careers", "0006_editors_desk"),
        ("careers", "0007_roles"),
        ("careers", "0008_live"),
        ("careers", "0009_corrections"),
        ("careers", "0010_rollback"),
        ("careers", "0011_history"),
        ("careers", "0012_merged_companies"),
        ("careers", "0013_reports"),
        ("careers", "0014_feeds_and_names"),
        ("careers", "0015_workflow"),
        ("careers", "0016_change"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        Together(
            migrations.CreateModel(
                name="Area",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "code",
                        models.CharField(
                            help_text="BLS area code; for a metropolitan area its CBSA code, padded.",
                            max_length=7,
                            unique=True,
                        ),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("nation", "Nation"),
                                ("state", "State or territory"),
                                ("metro", "Metropolitan area"),
                                ("nonmetro", "Nonmetropolitan area"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("name", models.CharField(max_length=120)),
                    ("slug", models.SlugField(max_length=140, unique=True)),
                    (
                        "state",
                        models.ForeignKey(
                            blank=True,
                            help_text="The (first-named) state of a metropolitan or nonmetropolitan area.",
                            limit_choices_to={"kind": "state"},
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="local_areas",
                            to="careers.area",
                        ),
                    ),
                ],
                options={
                    "ordering": ["name"],
                },
            ),
            migrations.CreateModel(
                name="Change",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("stamp", models.BigIntegerField()),
                    ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ],
            ),
            migrations.CreateModel(
                name="Draft",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("object_id", models.PositiveBigIntegerField()),
                    ("content", models.JSONField(help_text="The fields that change, as they shall be.")),
                    (
                        "base",
                        models.JSONField(help_text="The same fields as they were when the draft was begun."),
                    ),
                    (
                        "state",
                        models.CharField(
                            choices=[("draft", "Draft"), ("in_review", "In review")],
                            default="draft",
                            max_length=9,
                        ),
                    ),
                    (
                        "note",
                        models.CharField(blank=True, help_text="What changes, and why.", max_length=300),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes live (UTC), once a publisher has approved it.",
                            null=True,
                        ),
                    ),
                    ("changed_at", models.DateTimeField(auto_now=True)),
                    (
                        "approved_by",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "author",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "content_type",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
                            to="contenttypes.contenttype",
                        ),
                    ),
                    (
                        "refusal",
                        models.CharField(
                            blank=True, help_text="Why it did not go live when its time came.", max_length=500
                        ),
                    ),
                    (
                        "writers",
                        models.ManyToManyField(
                            blank=True,
                            help_text="All who changed it.",
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "ordering": ["-changed_at"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("content_type", "object_id"),
                            name="draft_once",
                            violation_error_message="There is a draft of it already.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="FieldOfStudy",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "code",
                        models.CharField(
                            max_length=5,
                            unique=True,
                            validators=[
                                django.core.validators.RegexValidator(
                                    "^\\d\\d\\.\\d\\d$", "The code of a field looks like 51.38."
                                )
                            ],
                            verbose_name="CIP code",
                        ),
                    ),
                    ("title", models.CharField(max_length=200)),
                    ("slug", models.SlugField(max_length=220, unique=True)),
                    (
                        "census_major",
                        models.CharField(
                            blank=True,
                            help_text="The Census Bureau's major that editors judge to hold this field; earnings go by it.",
                            max_length=4,
                            verbose_name="Census major code",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "field of study",
                    "verbose_name_plural": "fields of study",
                    "ordering": ["code"],
                },
            ),
            migrations.CreateModel(
                name="HistoricalPage",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="draft",
                            max_length=9,
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    ("title", models.CharField(max_length=120)),
                    ("slug", models.SlugField(max_length=140)),
                    ("body", models.TextField(help_text="Markdown.", max_length=50000)),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical page",
                    "verbose_name_plural": "historical pages",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalSource",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    ("slug", models.SlugField()),
                    ("name", models.CharField(max_length=200)),
                    (
                        "short_name",
                        models.CharField(
                            help_text="As it stands beside a figure, say “BLS OEWS”.", max_length=40
                        ),
                    ),
                    ("publisher", models.CharField(max_length=200)),
                    ("url", models.URLField(blank=True, verbose_name="link")),
                    ("licence", models.CharField(max_length=100)),
                    ("licence_url", models.URLField(blank=True, verbose_name="licence link")),
                    (
                        "note",
                        models.CharField(
                            blank=True,
                            help_text="What a reader must know before comparing its figures.",
                            max_length=300,
                        ),
                    ),
                    (
                        "attribution",
                        models.CharField(
                            blank=True,
                            help_text="The sentence that its licence asks for wherever it is shown.",
                            max_length=300,
                        ),
                    ),
                    (
                        "states_area",
                        models.BooleanField(
                            default=True,
                            help_text="Off for a source that does not say which area it describes.",
                            verbose_name="says where",
                        ),
                    ),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical source",
                    "verbose_name_plural": "historical sources",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalSynonym",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "term",
                        models.CharField(
                            help_text="A word or a few: HR, coder, fix.",
                            max_length=60,
                            verbose_name="what people type",
                        ),
                    ),
                    (
                        "meaning",
                        models.CharField(
                            help_text="What to look for instead, in words that titles have; several with commas, the best first.",
                            max_length=200,
                            verbose_name="what it means",
                        ),
                    ),
                    (
                        "is_in_use",
                        models.BooleanField(
                            default=True,
                            help_text="Switch it off rather than delete it: what the portal ships comes back with the next load.",
                            verbose_name="in use",
                        ),
                    ),
                    ("key", models.CharField(db_index=True, editable=False, max_length=200)),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical synonym",
                    "verbose_name_plural": "historical synonyms",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="Industry",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "code",
                        models.CharField(
                            help_text="BLS industry code (NAICS based).", max_length=6, unique=True
                        ),
                    ),
                    ("title", models.CharField(max_length=160)),
                    ("slug", models.SlugField(max_length=180, unique=True)),
                    (
                        "level",
                        models.PositiveSmallIntegerField(
                            choices=[
                                (0, "All industries"),
                                (1, "Private or government"),
                                (2, "Sector"),
                                (3, "Subsector (3 digits)"),
                                (4, "Industry group (4 digits)"),
                                (5, "Industry (5–6 digits)"),
                            ]
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "industries",
                    "ordering": ["code"],
                },
            ),
            migrations.CreateModel(
                name="Occupation",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("title", models.CharField(max_length=160)),
                    (
                        "plural_title",
                        models.CharField(
                            blank=True,
                            help_text="For sentences, where the title is singular.",
                            max_length=160,
                        ),
                    ),
                    ("slug", models.SlugField(max_length=180, unique=True)),
                    (
                        "level",
                        models.CharField(
                            choices=[
                                ("total", "All occupations"),
                                ("major", "Major group"),
                                ("minor", "Minor group"),
                                ("broad", "Broad occupation"),
                                ("detailed", "Detailed occupation"),
                                ("job_title", "Job title"),
                            ],
                            max_length=9,
                        ),
                    ),
                    (
                        "soc_code",
                        models.CharField(
                            blank=True,
                            help_text="SOC 2018, as 29-1141; empty for a job title.",
                            max_length=7,
                            null=True,
                            unique=True,
                            validators=[
                                django.core.validators.RegexValidator(
                                    "^\\d\\d-\\d{4}$", "A SOC code looks like 29-1141."
                                )
                            ],
                            verbose_name="SOC code",
                        ),
                    ),
                    (
                        "closest_occupation",
                        models.ForeignKey(
                            blank=True,
                            help_text="For a job title: the official occupation that editors judge nearest to it.",
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="job_titles",
                            to="careers.occupation",
                            verbose_name="closest SOC occupation",
                        ),
                    ),
                    (
                        "major_group",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="members",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "parent",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="children",
                            to="careers.occupation",
                        ),
                    ),
                ],
                options={
                    "ordering": ["title"],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("level", "job_title"), ("soc_code__isnull", True)),
                                models.Q(
                                    models.Q(("level", "job_title"), _negated=True),
                                    ("soc_code__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="occupation_soc_code_unless_job_title",
                            violation_error_message="A job title has no SOC code; every other occupation has one.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("level", "job_title"), ("closest_occupation__isnull", True), _connector="OR"
                            ),
                            name="occupation_closest_only_for_job_title",
                            violation_error_message="Only a job title points at a closest SOC occupation.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("slug__contains", "-vs-"), _negated=True),
                            name="occupation_slug_without_vs",
                            violation_error_message="A slug cannot contain “-vs-”: comparisons are addressed with it.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Page",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="draft",
                            max_length=9,
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    ("title", models.CharField(max_length=120)),
                    ("slug", models.SlugField(max_length=140, unique=True)),
                    ("body", models.TextField(help_text="Markdown.", max_length=50000)),
                ],
                options={
                    "ordering": ["title"],
                    "abstract": False,
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("status__in", ["draft", "in_review", "published", "archived"])
                            ),
                            name="page_status_is_known",
                            violation_error_message="It is a draft, in review, published or archived.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("publish_at__isnull", True),
                                ("unpublish_at__isnull", True),
                                ("publish_at__lt", models.F("unpublish_at")),
                                _connector="OR",
                            ),
                            name="page_appears_before_it_goes",
                            violation_error_message="It must appear before it goes from the site.",
                        ),
                    ],
                    "permissions": [("publish_content", "Can publish and archive what editors write")],
                },
            ),
            migrations.CreateModel(
                name="ReaderReport",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "figure",
                        models.CharField(help_text="Key of the figure, as on /figures/.", max_length=60),
                    ),
                    ("page", models.CharField(help_text="The path of the page it stood on.", max_length=300)),
                    ("shown", models.CharField(help_text="What the page showed.", max_length=200)),
                    ("area", models.CharField(blank=True, max_length=120)),
                    (
                        "source",
                        models.CharField(
                            blank=True, help_text="Source and release, as shown.", max_length=200
                        ),
                    ),
                    ("message", models.TextField(max_length=1000)),
                    (
                        "state",
                        models.CharField(
                            choices=[("new", "New"), ("answered", "Answered"), ("dismissed", "Dismissed")],
                            default="new",
                            max_length=9,
                        ),
                    ),
                    ("answer", models.TextField(blank=True, max_length=1000)),
                    (
                        "is_public",
                        models.BooleanField(
                            default=False,
                            help_text="Readers see the answer and its date, never the question, with the figure.",
                            verbose_name="answer shown",
                        ),
                    ),
                    ("received_at", models.DateTimeField(auto_now_add=True)),
                    ("answered_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "answered_by",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "of_what",
                        models.CharField(
                            blank=True,
                            help_text="The career, place or company that it is a figure of, where the page shows several.",
                            max_length=200,
                            verbose_name="of",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-received_at"],
                    "indexes": [models.Index(fields=["state", "-received_at"], name="reader_report_waiting")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("is_public", False), models.Q(("answer", ""), _negated=True), _connector="OR"
                            ),
                            name="reader_report_public_has_answer",
                            violation_error_message="Only an answer can be shown.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="SearchWord",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("word", models.CharField(max_length=40, unique=True)),
                    ("stem", models.CharField(db_index=True, max_length=40)),
                    ("frequency", models.PositiveIntegerField(help_text="How many names have it.")),
                ],
                options={
                    "ordering": ["word"],
                },
            ),
            migrations.CreateModel(
                name="Skill",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("name", models.CharField(max_length=120)),
                    ("slug", models.SlugField(max_length=140, unique=True)),
                    (
                        "element_id",
                        models.CharField(
                            blank=True,
                            help_text="As 2.A.1.a.",
                            max_length=20,
                            null=True,
                            unique=True,
                            verbose_name="O*NET element",
                        ),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("skill", "Skill"),
                                ("knowledge", "Knowledge"),
                                ("named", "Named by a source without a scale"),
                            ],
                            default="named",
                            max_length=9,
                        ),
                    ),
                ],
                options={
                    "ordering": ["name"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("name", "kind"),
                            name="skill_once_per_kind",
                            violation_error_message="There is a skill of that name and kind already.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="Source",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("slug", models.SlugField(unique=True)),
                    ("name", models.CharField(max_length=200)),
                    (
                        "short_name",
                        models.CharField(
                            help_text="As it stands beside a figure, say “BLS OEWS”.", max_length=40
                        ),
                    ),
                    ("publisher", models.CharField(max_length=200)),
                    ("url", models.URLField(blank=True, verbose_name="link")),
                    ("licence", models.CharField(max_length=100)),
                    ("licence_url", models.URLField(blank=True, verbose_name="licence link")),
                    (
                        "note",
                        models.CharField(
                            blank=True,
                            help_text="What a reader must know before comparing its figures.",
                            max_length=300,
                        ),
                    ),
                    (
                        "states_area",
                        models.BooleanField(
                            default=True,
                            help_text="Off for a source that does not say which area it describes.",
                            verbose_name="says where",
                        ),
                    ),
                    (
                        "attribution",
                        models.CharField(
                            blank=True,
                            help_text="The sentence that its licence asks for wherever it is shown.",
                            max_length=300,
                        ),
                    ),
                ],
                options={
                    "ordering": ["name"],
                },
            ),
            migrations.CreateModel(
                name="Synonym",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "term",
                        models.CharField(
                            help_text="A word or a few: HR, coder, fix.",
                            max_length=60,
                            verbose_name="what people type",
                        ),
                    ),
                    (
                        "meaning",
                        models.CharField(
                            help_text="What to look for instead, in words that titles have; several with commas, the best first.",
                            max_length=200,
                            verbose_name="what it means",
                        ),
                    ),
                    (
                        "is_in_use",
                        models.BooleanField(
                            default=True,
                            help_text="Switch it off rather than delete it: what the portal ships comes back with the next load.",
                            verbose_name="in use",
                        ),
                    ),
                    ("key", models.CharField(editable=False, max_length=200, unique=True)),
                ],
                options={
                    "ordering": ["term"],
                },
            ),
            migrations.CreateModel(
                name="College",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "unit_id",
                        models.CharField(
                            help_text="Its number at the Education Department.", max_length=8, unique=True
                        ),
                    ),
                    ("name", models.CharField(max_length=200)),
                    ("slug", models.SlugField(max_length=220, unique=True)),
                    (
                        "control",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("public", "Public"),
                                ("nonprofit", "Private, nonprofit"),
                                ("for_profit", "Private, for-profit"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "state",
                        models.ForeignKey(
                            blank=True,
                            limit_choices_to={"kind": "state"},
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="colleges",
                            to="careers.area",
                        ),
                    ),
                ],
                options={
                    "ordering": ["name"],
                },
            ),
            migrations.CreateModel(
                name="Company",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "name",
                        models.CharField(
                            help_text="The one name it goes by on the site.", max_length=200, unique=True
                        ),
                    ),
                    ("slug", models.SlugField(max_length=220, unique=True)),
                    ("website", models.URLField(blank=True)),
                    (
                        "facts_source",
                        models.CharField(
                            blank=True,
                            help_text="Where industry, headquarters, size and year come from, say “Annual report 2025”.",
                            max_length=200,
                            verbose_name="source of these facts",
                        ),
                    ),
                    ("facts_source_url", models.URLField(blank=True, verbose_name="link to that source")),
                    (
                        "founded",
                        models.PositiveSmallIntegerField(
                            blank=True,
                            null=True,
                            validators=[
                                django.core.validators.MinValueValidator(1500),
                                django.core.validators.MaxValueValidator(2100),
                            ],
                        ),
                    ),
                    (
                        "headquarters",
                        models.CharField(
                            blank=True, help_text="City and state, say “Tacoma, WA”.", max_length=120
                        ),
                    ),
                    (
                        "headquarters_area",
                        models.ForeignKey(
                            blank=True,
                            help_text="The metropolitan area or state of its headquarters.",
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="companies",
                            to="careers.area",
                        ),
                    ),
                    (
                        "industry",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="companies",
                            to="careers.industry",
                        ),
                    ),
                    (
                        "size",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("1-19", "Up to 19 people"),
                                ("20-99", "20 to 99 people"),
                                ("100-499", "100 to 499 people"),
                                ("500-4999", "500 to 4,999 people"),
                                ("5000+", "5,000 people or more"),
                            ],
                            max_length=8,
                        ),
                    ),
                    (
                        "summary",
                        models.TextField(
                            blank=True,
                            help_text="What it does, in your own words; Markdown.",
                            max_length=5000,
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="published",
                            max_length=9,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "companies",
                    "ordering": ["name"],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("slug__in", ("best",)), _negated=True),
                            name="company_slug_not_reserved",
                            violation_error_message="That address is taken by a page of the site.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("facts_source", ""), _negated=True),
                                models.Q(
                                    ("founded__isnull", True),
                                    ("headquarters", ""),
                                    ("headquarters_area__isnull", True),
                                    ("industry__isnull", True),
                                    ("size", ""),
                                ),
                                _connector="OR",
                            ),
                            name="company_facts_have_source",
                            violation_error_message="Say where industry, headquarters, size and year come from.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("status__in", ["draft", "in_review", "published", "archived"])
                            ),
                            name="company_status_is_known",
                            violation_error_message="It is a draft, in review, published or archived.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("publish_at__isnull", True),
                                ("unpublish_at__isnull", True),
                                ("publish_at__lt", models.F("unpublish_at")),
                                _connector="OR",
                            ),
                            name="company_appears_before_it_goes",
                            violation_error_message="It must appear before it goes from the site.",
                        ),
                    ],
                    "permissions": [("merge_companies", "Can merge companies")],
                },
            ),
            migrations.CreateModel(
                name="Correction",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "key",
                        models.JSONField(help_text="Which figure: its key without the release, by column."),
                    ),
                    (
                        "key_text",
                        models.CharField(editable=False, help_text="The same as one text.", max_length=300),
                    ),
                    ("field", models.CharField(max_length=40)),
                    (
                        "published_value",
                        models.CharField(
                            help_text="What the publisher gave when it was corrected.", max_length=200
                        ),
                    ),
                    ("value", models.CharField(help_text="What it is instead.", max_length=200)),
                    ("reason", models.CharField(max_length=500)),
                    ("evidence", models.CharField(max_length=300, verbose_name="source of the correction")),
                    ("evidence_url", models.URLField(blank=True, verbose_name="link to that source")),
                    ("made_at", models.DateTimeField(auto_now_add=True)),
                    (
                        "conflicts_with",
                        models.CharField(
                            blank=True,
                            help_text="The later release whose own value differs from both; empty where none does.",
                            max_length=100,
                        ),
                    ),
                    ("ended_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "ending",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("agreed", "The publisher now agrees"),
                                ("withdrawn", "An editor withdrew it"),
                            ],
                            max_length=9,
                        ),
                    ),
                    (
                        "figure",
                        models.ForeignKey(
                            help_text="The model of the figure.",
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="contenttypes.contenttype",
                        ),
                    ),
                    (
                        "made_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="corrections",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "source",
                        models.ForeignKey(
                            help_text="Whose figure it is.",
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="corrections",
                            to="careers.source",
                        ),
                    ),
                    (
                        "about",
                        models.CharField(editable=False, help_text="Which figure, in words.", max_length=300),
                    ),
                    ("ending_reason", models.CharField(blank=True, max_length=500)),
                ],
                options={
                    "ordering": ["-made_at", "-pk"],
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("ended_at__isnull", True)),
                            fields=("figure", "key_text", "field"),
                            name="correction_one_in_force",
                            violation_error_message="This figure is corrected already: change that correction.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ended_at__isnull", True), ("ending", "")),
                                models.Q(
                                    ("ended_at__isnull", False), models.Q(("ending", ""), _negated=True)
                                ),
                                _connector="OR",
                            ),
                            name="correction_ends_with_reason",
                            violation_error_message="A correction that ended says why.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="HistoricalCompany",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="published",
                            max_length=9,
                        ),
                    ),
                    (
                        "name",
                        models.CharField(
                            db_index=True, help_text="The one name it goes by on the site.", max_length=200
                        ),
                    ),
                    ("slug", models.SlugField(max_length=220)),
                    ("website", models.URLField(blank=True)),
                    (
                        "headquarters",
                        models.CharField(
                            blank=True, help_text="City and state, say “Tacoma, WA”.", max_length=120
                        ),
                    ),
                    (
                        "size",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("1-19", "Up to 19 people"),
                                ("20-99", "20 to 99 people"),
                                ("100-499", "100 to 499 people"),
                                ("500-4999", "500 to 4,999 people"),
                                ("5000+", "5,000 people or more"),
                            ],
                            max_length=8,
                        ),
                    ),
                    (
                        "founded",
                        models.PositiveSmallIntegerField(
                            blank=True,
                            null=True,
                            validators=[
                                django.core.validators.MinValueValidator(1500),
                                django.core.validators.MaxValueValidator(2100),
                            ],
                        ),
                    ),
                    (
                        "summary",
                        models.TextField(
                            blank=True,
                            help_text="What it does, in your own words; Markdown.",
                            max_length=5000,
                        ),
                    ),
                    (
                        "facts_source",
                        models.CharField(
                            blank=True,
                            help_text="Where industry, headquarters, size and year come from, say “Annual report 2025”.",
                            max_length=200,
                            verbose_name="source of these facts",
                        ),
                    ),
                    ("facts_source_url", models.URLField(blank=True, verbose_name="link to that source")),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "headquarters_area",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="The metropolitan area or state of its headquarters.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.area",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "industry",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.industry",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical company",
                    "verbose_name_plural": "historical companies",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalCorrection",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "key",
                        models.JSONField(help_text="Which figure: its key without the release, by column."),
                    ),
                    (
                        "key_text",
                        models.CharField(editable=False, help_text="The same as one text.", max_length=300),
                    ),
                    ("field", models.CharField(max_length=40)),
                    (
                        "about",
                        models.CharField(editable=False, help_text="Which figure, in words.", max_length=300),
                    ),
                    (
                        "published_value",
                        models.CharField(
                            help_text="What the publisher gave when it was corrected.", max_length=200
                        ),
                    ),
                    ("value", models.CharField(help_text="What it is instead.", max_length=200)),
                    ("reason", models.CharField(max_length=500)),
                    ("evidence", models.CharField(max_length=300, verbose_name="source of the correction")),
                    ("evidence_url", models.URLField(blank=True, verbose_name="link to that source")),
                    ("made_at", models.DateTimeField(blank=True, editable=False)),
                    (
                        "conflicts_with",
                        models.CharField(
                            blank=True,
                            help_text="The later release whose own value differs from both; empty where none does.",
                            max_length=100,
                        ),
                    ),
                    ("ended_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "ending",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("agreed", "The publisher now agrees"),
                                ("withdrawn", "An editor withdrew it"),
                            ],
                            max_length=9,
                        ),
                    ),
                    ("ending_reason", models.CharField(blank=True, max_length=500)),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "figure",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="The model of the figure.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="contenttypes.contenttype",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "made_by",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "source",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="Whose figure it is.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.source",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical correction",
                    "verbose_name_plural": "historical corrections",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalOccupation",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    ("title", models.CharField(max_length=160)),
                    (
                        "plural_title",
                        models.CharField(
                            blank=True,
                            help_text="For sentences, where the title is singular.",
                            max_length=160,
                        ),
                    ),
                    ("slug", models.SlugField(max_length=180)),
                    (
                        "level",
                        models.CharField(
                            choices=[
                                ("total", "All occupations"),
                                ("major", "Major group"),
                                ("minor", "Minor group"),
                                ("broad", "Broad occupation"),
                                ("detailed", "Detailed occupation"),
                                ("job_title", "Job title"),
                            ],
                            max_length=9,
                        ),
                    ),
                    (
                        "soc_code",
                        models.CharField(
                            blank=True,
                            db_index=True,
                            help_text="SOC 2018, as 29-1141; empty for a job title.",
                            max_length=7,
                            null=True,
                            validators=[
                                django.core.validators.RegexValidator(
                                    "^\\d\\d-\\d{4}$", "A SOC code looks like 29-1141."
                                )
                            ],
                            verbose_name="SOC code",
                        ),
                    ),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "closest_occupation",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="For a job title: the official occupation that editors judge nearest to it.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                            verbose_name="closest SOC occupation",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "major_group",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "parent",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical occupation",
                    "verbose_name_plural": "historical occupations",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalOccupationText",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="published",
                            max_length=9,
                        ),
                    ),
                    (
                        "summary",
                        models.TextField(help_text="What people in it do, in two to five sentences."),
                    ),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical text",
                    "verbose_name_plural": "historical texts",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="Major",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "code",
                        models.CharField(
                            max_length=7,
                            unique=True,
                            validators=[
                                django.core.validators.RegexValidator(
                                    "^\\d\\d\\.\\d{4}$", "The code of a major looks like 51.3801."
                                )
                            ],
                            verbose_name="CIP code",
                        ),
                    ),
                    ("title", models.CharField(max_length=200)),
                    (
                        "field",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="majors",
                            to="careers.fieldofstudy",
                        ),
                    ),
                ],
                options={
                    "ordering": ["code"],
                },
            ),
            migrations.CreateModel(
                name="OccupationText",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "summary",
                        models.TextField(help_text="What people in it do, in two to five sentences."),
                    ),
                    (
                        "occupation",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="text",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="published",
                            max_length=9,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                ],
                options={
                    "verbose_name": "text",
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("status__in", ["draft", "in_review", "published", "archived"])
                            ),
                            name="occupationtext_status_is_known",
                            violation_error_message="It is a draft, in review, published or archived.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("publish_at__isnull", True),
                                ("unpublish_at__isnull", True),
                                ("publish_at__lt", models.F("unpublish_at")),
                                _connector="OR",
                            ),
                            name="occupationtext_appears_before_it_goes",
                            violation_error_message="It must appear before it goes from the site.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Release",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "label",
                        models.CharField(
                            help_text="As the publisher calls it, say “May 2025”.", max_length=100
                        ),
                    ),
                    (
                        "period_end",
                        models.DateField(
                            blank=True,
                            help_text="The last day its figures describe; the later release wins. Empty if undated.",
                            null=True,
                        ),
                    ),
                    ("published_on", models.DateField(blank=True, null=True)),
                    ("url", models.URLField(blank=True, verbose_name="link")),
                    (
                        "checksum",
                        models.CharField(blank=True, max_length=64, verbose_name="SHA-256 of the file"),
                    ),
                    (
                        "top_code_hourly",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            help_text="US dollars an hour above which the publisher prints no amount.",
                            max_digits=8,
                            null=True,
                        ),
                    ),
                    (
                        "top_code_annual",
                        models.PositiveIntegerField(
                            blank=True,
                            help_text="US dollars a year above which the publisher prints no amount.",
                            null=True,
                        ),
                    ),
                    (
                        "source",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="releases",
                            to="careers.source",
                        ),
                    ),
                    (
                        "replaced",
                        models.JSONField(
                            editable=False,
                            help_text="Figures of other releases that its imports took out of force; NULL where nobody knows.",
                            null=True,
                        ),
                    ),
                    (
                        "rolled_back",
                        models.JSONField(
                            editable=False,
                            help_text="Its own figures that a rollback took out of force; else NULL.",
                            null=True,
                        ),
                    ),
                    (
                        "renamed",
                        models.JSONField(
                            editable=False,
                            help_text="What its imports made of names: for each change the former and the later value.",
                            null=True,
                        ),
                    ),
                ],
                options={
                    "ordering": ["source", "-period_end"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("source", "label"),
                            name="release_once_per_source",
                            violation_error_message="This source already has a release of that name.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="SearchTerm",
                fields=[
                    ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("occupation", "Careers"),
                                ("place", "Places"),
                                ("industry", "Industries"),
                                ("major", "Majors"),
                                ("page", "Pages"),
                                ("company", "Companies"),
                                ("posting", "Jobs"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "tier",
                        models.PositiveSmallIntegerField(
                            choices=[(0, "Title"), (1, "Other title"), (2, "Text")]
                        ),
                    ),
                    (
                        "is_reported",
                        models.BooleanField(default=False, help_text="A title that people in it reported."),
                    ),
                    ("text", models.CharField(help_text="The name; for a text, what it is.", max_length=200)),
                    (
                        "key",
                        models.CharField(
                            help_text="The words of the name, in plain letters.", max_length=200
                        ),
                    ),
                    (
                        "tokens",
                        models.TextField(
                            help_text="The words and their stems: what the database looks through."
                        ),
                    ),
                    ("length", models.PositiveSmallIntegerField(help_text="How many words the name has.")),
                    ("title", models.CharField(help_text="What it leads to.", max_length=200)),
                    ("path", models.CharField(max_length=700)),
                    (
                        "weight",
                        models.BigIntegerField(
                            default=0, help_text="People employed: of two like names, the greater."
                        ),
                    ),
                    ("object_id", models.BigIntegerField(help_text="The key of what it leads to.")),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_constraint=False,
                            db_index=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "indexes": [
                        models.Index(fields=["kind", "object_id"], name="searchterm_by_object"),
                        models.Index(
                            condition=models.Q(("tier", 0)), fields=["id"], name="searchterm_titles"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="AgeEstimate",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "statistic",
                        models.CharField(
                            choices=[("mean", "Average age"), ("median", "Median age")], max_length=6
                        ),
                    ),
                    ("years", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                    (
                        "group_title",
                        models.CharField(
                            blank=True,
                            help_text="Where the figure describes a wider group: the name that the source gives the group.",
                            max_length=200,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="age_estimates",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "statistic", "release"),
                            name="age_estimate_once_per_release",
                            violation_error_message="This release already has that age.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "statistic"),
                            name="age_estimate_one_in_force",
                            violation_error_message="Another figure is in force for that age.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("years__isnull", False),
                                    models.Q(("missing__has_key", "years"), _negated=True),
                                ),
                                models.Q(("years__isnull", True), ("missing__has_key", "years")),
                                _connector="OR",
                            ),
                            name="ageestimate_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: years.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("years__isnull", True),
                                models.Q(("years__gte", 14), ("years__lte", 99)),
                                _connector="OR",
                            ),
                            name="ageestimate_years_in_range",
                            violation_error_message="A working age lies between 14 and 99 years.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="AlternateTitle",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("alternate", "Alternate title"),
                                ("reported", "Title reported by people in it"),
                            ],
                            max_length=9,
                        ),
                    ),
                    ("title", models.CharField(max_length=200)),
                    (
                        "short_title",
                        models.CharField(
                            blank=True, help_text="An abbreviation of it, say “CEO”.", max_length=60
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="alternate_titles",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["title", "id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "kind", "title", "release"),
                            name="alternatetitle_once_per_release",
                            violation_error_message="This release already has that title there.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "kind", "title"),
                            name="alternatetitle_one_in_force",
                            violation_error_message="That title is there already.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="CensusOccupation",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "vintage",
                        models.PositiveSmallIntegerField(
                            choices=[(2010, "2010"), (2018, "2018")], verbose_name="list of"
                        ),
                    ),
                    ("code", models.CharField(max_length=4, verbose_name="Census code")),
                    ("title", models.CharField(max_length=200)),
                    (
                        "soc_codes",
                        models.JSONField(
                            default=list,
                            help_text="SOC 2018 codes of the detailed occupations that it covers.",
                            verbose_name="SOC codes",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["vintage", "code"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("vintage", "code", "release"),
                            name="censusoccupation_once_per_release",
                            violation_error_message="This release already has that Census code.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("vintage", "code"),
                            name="censusoccupation_one_in_force",
                            violation_error_message="Another row of that Census code is in force.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="CompanyAssessment",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("topic", models.CharField(help_text="What is judged, say “Benefits”.", max_length=80)),
                    (
                        "score",
                        models.DecimalField(
                            decimal_places=1,
                            help_text="From 0 (worst) to 100 (best).",
                            max_digits=4,
                            validators=[
                                django.core.validators.MinValueValidator(0),
                                django.core.validators.MaxValueValidator(100),
                            ],
                        ),
                    ),
                    ("as_of", models.DateField()),
                    ("source_name", models.CharField(max_length=200, verbose_name="source")),
                    ("source_url", models.URLField(blank=True, verbose_name="link to that source")),
                    (
                        "company",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="assessments",
                            to="careers.company",
                        ),
                    ),
                ],
                options={
                    "ordering": ["topic"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("company", "topic", "source_name"),
                            name="company_assessment_once",
                            violation_error_message="The company has a score from that source on that topic.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("score__gte", 0), ("score__lte", 100)),
                            name="company_assessment_within_100",
                            violation_error_message="A score lies between 0 and 100.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="CompanyIdentifier",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "scheme",
                        models.CharField(
                            choices=[
                                ("cik", "SEC CIK"),
                                ("ticker", "Ticker symbol"),
                                ("lei", "LEI"),
                                ("ein", "EIN"),
                            ],
                            max_length=6,
                        ),
                    ),
                    ("value", models.CharField(max_length=40)),
                    (
                        "company",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="identifiers",
                            to="careers.company",
                        ),
                    ),
                ],
                options={
                    "ordering": ["scheme", "value"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("scheme", "value"),
                            name="company_identifier_once",
                            violation_error_message="Another company has this identifier.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="CompanyListing",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    ("sector", models.CharField(help_text="GICS sector.", max_length=80)),
                    (
                        "sub_industry",
                        models.CharField(blank=True, help_text="GICS sub-industry.", max_length=120),
                    ),
                    ("headquarters", models.CharField(blank=True, max_length=120)),
                    (
                        "founded",
                        models.CharField(
                            blank=True, help_text="As published, say “1905 (1869)”.", max_length=60
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="listings",
                            to="careers.company",
                        ),
                    ),
                    (
                        "headquarters_area",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.area",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "directory entry",
                    "verbose_name_plural": "directory entries",
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("company", "release"),
                            name="companylisting_once_per_release",
                            violation_error_message="This release already lists that company.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("company",),
                            name="companylisting_one_in_force",
                            violation_error_message="Another entry of that company is in force.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="CompanyLogo",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("png", models.BinaryField()),
                    ("width", models.PositiveSmallIntegerField(editable=False)),
                    ("height", models.PositiveSmallIntegerField(editable=False)),
                    ("checksum", models.CharField(editable=False, max_length=64)),
                    (
                        "company",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="logo",
                            to="careers.company",
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="CompanyName",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("name", models.CharField(max_length=200)),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("legal", "Legal name"),
                                ("former", "Former name"),
                                ("trade", "Trade name"),
                            ],
                            max_length=6,
                        ),
                    ),
                    ("key", models.CharField(editable=False, max_length=200)),
                    (
                        "company",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="names",
                            to="careers.company",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            blank=True,
                            help_text="The release that first gave it; empty for a name that an editor added.",
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["name"],
                    "indexes": [models.Index(fields=["key"], name="company_name_by_key")],
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("kind__in", ("legal", "former"))),
                            fields=("key",),
                            name="company_name_identifies_one",
                            violation_error_message="Another company has this legal or former name.",
                        ),
                        models.UniqueConstraint(
                            fields=("company", "kind", "name"),
                            name="company_name_once",
                            violation_error_message="The company has this name already.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="DemographicShare",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "characteristic",
                        models.CharField(
                            choices=[
                                ("gender", "Gender"),
                                ("race", "Race and Hispanic origin"),
                                ("age_group", "Age group"),
                                ("lgbt", "LGBT"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "category",
                        models.CharField(
                            help_text="As the source names it, say “Black or African American”.",
                            max_length=60,
                        ),
                    ),
                    (
                        "position",
                        models.PositiveSmallIntegerField(
                            default=0, help_text="Order within its characteristic."
                        ),
                    ),
                    ("percent", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                    (
                        "group_title",
                        models.CharField(
                            blank=True,
                            help_text="Where the figure describes a wider group: the name that the source gives the group.",
                            max_length=200,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="demographic_shares",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "is_fallback",
                        models.BooleanField(
                            db_default=False,
                            default=False,
                            help_text="Of an older or narrower source: shown only where no other has the figure.",
                            verbose_name="fallback",
                        ),
                    ),
                    (
                        "parts",
                        models.PositiveSmallIntegerField(
                            db_default=1,
                            default=1,
                            help_text="From how many of the source's titles, weighted by employment; 1 where one fits.",
                            verbose_name="worked out from",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["position", "id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "characteristic", "category", "release"),
                            name="demographic_share_once_per_release",
                            violation_error_message="This release already has a share for that group.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("percent__isnull", False),
                                    models.Q(("missing__has_key", "percent"), _negated=True),
                                ),
                                models.Q(("percent__isnull", True), ("missing__has_key", "percent")),
                                _connector="OR",
                            ),
                            name="demographicshare_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: percent.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("percent__isnull", True),
                                models.Q(("percent__gte", 0), ("percent__lte", 100)),
                                _connector="OR",
                            ),
                            name="demographicshare_percent_in_range",
                            violation_error_message="A share lies between 0 and 100 percent.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "characteristic", "category", "is_fallback"),
                            name="demographic_share_one_in_force",
                            violation_error_message="Another share is in force for that group.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="EducationShare",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "attainment",
                        models.CharField(
                            choices=[
                                ("less_than_high_school", "Less than high school diploma"),
                                ("high_school", "High school diploma or equivalent"),
                                ("some_college", "Some college, no degree"),
                                ("associate", "Associate's degree"),
                                ("bachelor", "Bachelor's degree"),
                                ("master", "Master's degree"),
                                ("doctoral_professional", "Doctoral or professional degree"),
                            ],
                            max_length=24,
                        ),
                    ),
                    ("percent", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="education_shares",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "is_group",
                        models.BooleanField(
                            db_default=False,
                            default=False,
                            help_text="The source has no figure for this occupation alone and gives that of a wider group.",
                            verbose_name="of a wider group",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "attainment", "release"),
                            name="education_share_once_per_release",
                            violation_error_message="This release already has a share for that degree.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "attainment"),
                            name="education_share_one_in_force",
                            violation_error_message="Another share is in force for that degree.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("percent__isnull", False),
                                    models.Q(("missing__has_key", "percent"), _negated=True),
                                ),
                                models.Q(("percent__isnull", True), ("missing__has_key", "percent")),
                                _connector="OR",
                            ),
                            name="educationshare_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: percent.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("percent__isnull", True),
                                models.Q(("percent__gte", 0), ("percent__lte", 100)),
                                _connector="OR",
                            ),
                            name="educationshare_percent_in_range",
                            violation_error_message="A share lies between 0 and 100 percent.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="EmployerPay",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    ("offers", models.PositiveIntegerField()),
                    ("median", models.PositiveIntegerField(blank=True, null=True)),
                    ("mean", models.PositiveIntegerField(blank=True, null=True)),
                    ("lowest", models.PositiveIntegerField(blank=True, null=True)),
                    ("highest", models.PositiveIntegerField(blank=True, null=True)),
                    (
                        "area",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="employer_pay",
                            to="careers.area",
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="employer_pay",
                            to="careers.company",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="employer_pay",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "pay by company",
                    "verbose_name_plural": "pay by company",
                    "ordering": ["id"],
                    "indexes": [
                        models.Index(
                            condition=models.Q(("is_current", True), ("median__isnull", False)),
                            fields=["occupation", "area", "-median"],
                            name="employer_pay_best",
                        )
                    ],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("company", "occupation", "area", "release"),
                            name="employerpay_once_per_release",
                            violation_error_message="This release already has pay of that company for that occupation and area.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("company", "occupation", "area"),
                            name="employerpay_one_in_force",
                            violation_error_message="Another figure for that company, occupation and area is in force.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("median__isnull", False),
                                        models.Q(("missing__has_key", "median"), _negated=True),
                                    ),
                                    models.Q(("median__isnull", True), ("missing__has_key", "median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("mean__isnull", False),
                                        models.Q(("missing__has_key", "mean"), _negated=True),
                                    ),
                                    models.Q(("mean__isnull", True), ("missing__has_key", "mean")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("lowest__isnull", False),
                                        models.Q(("missing__has_key", "lowest"), _negated=True),
                                    ),
                                    models.Q(("lowest__isnull", True), ("missing__has_key", "lowest")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("highest__isnull", False),
                                        models.Q(("missing__has_key", "highest"), _negated=True),
                                    ),
                                    models.Q(("highest__isnull", True), ("missing__has_key", "highest")),
                                    _connector="OR",
                                ),
                            ),
                            name="employerpay_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: median, mean, lowest, highest.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("lowest__isnull", True),
                                    ("median__isnull", True),
                                    ("lowest__lte", models.F("median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("lowest__isnull", True),
                                    ("highest__isnull", True),
                                    ("lowest__lte", models.F("highest")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("median__isnull", True),
                                    ("highest__isnull", True),
                                    ("median__lte", models.F("highest")),
                                    _connector="OR",
                                ),
                            ),
                            name="employerpay_ascends",
                            violation_error_message="Lowest ≤ median ≤ highest.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("median__isnull", True), ("offers__gte", 5), _connector="OR"),
                            name="employer_pay_needs_offers",
                            violation_error_message="Pay from fewer than 5 offers is not shown.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Feed",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("name", models.CharField(max_length=120, unique=True)),
                    ("slug", models.SlugField(max_length=140, unique=True)),
                    (
                        "format",
                        models.CharField(
                            choices=[
                                ("usajobs", "USAJOBS Search API"),
                                ("json_ld", "schema.org JobPosting (a page or a sitemap of pages)"),
                                ("greenhouse", "Greenhouse job board"),
                                ("lever", "Lever postings"),
                                ("ashby", "Ashby job board"),
                                ("csv", "CSV file"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "location",
                        models.CharField(
                            blank=True, help_text="The address or path last read.", max_length=500
                        ),
                    ),
                    (
                        "is_sample",
                        models.BooleanField(
                            default=False,
                            help_text="Its postings are invented, to show the portal; they are marked everywhere.",
                        ),
                    ),
                    ("is_in_use", models.BooleanField(default=True, verbose_name="in use")),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            help_text="Whose jobs they are, where the feed itself does not say.",
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="feeds",
                            to="careers.company",
                        ),
                    ),
                ],
                options={
                    "ordering": ["name"],
                },
            ),
            migrations.CreateModel(
                name="HistoricalCompanyAssessment",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    ("topic", models.CharField(help_text="What is judged, say “Benefits”.", max_length=80)),
                    (
                        "score",
                        models.DecimalField(
                            decimal_places=1,
                            help_text="From 0 (worst) to 100 (best).",
                            max_digits=4,
                            validators=[
                                django.core.validators.MinValueValidator(0),
                                django.core.validators.MaxValueValidator(100),
                            ],
                        ),
                    ),
                    ("as_of", models.DateField()),
                    ("source_name", models.CharField(max_length=200, verbose_name="source")),
                    ("source_url", models.URLField(blank=True, verbose_name="link to that source")),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.company",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical company assessment",
                    "verbose_name_plural": "historical company assessments",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalCompanyIdentifier",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "scheme",
                        models.CharField(
                            choices=[
                                ("cik", "SEC CIK"),
                                ("ticker", "Ticker symbol"),
                                ("lei", "LEI"),
                                ("ein", "EIN"),
                            ],
                            max_length=6,
                        ),
                    ),
                    ("value", models.CharField(max_length=40)),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.company",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical company identifier",
                    "verbose_name_plural": "historical company identifiers",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalCompanyName",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    ("name", models.CharField(max_length=200)),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("legal", "Legal name"),
                                ("former", "Former name"),
                                ("trade", "Trade name"),
                            ],
                            max_length=6,
                        ),
                    ),
                    ("key", models.CharField(editable=False, max_length=200)),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.company",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="The release that first gave it; empty for a name that an editor added.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical company name",
                    "verbose_name_plural": "historical company names",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="HistoricalPosting",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="published",
                            max_length=9,
                        ),
                    ),
                    ("title", models.CharField(max_length=200)),
                    ("company_name", models.CharField(help_text="As the posting states it.", max_length=200)),
                    (
                        "match_confidence",
                        models.PositiveSmallIntegerField(
                            blank=True,
                            editable=False,
                            help_text="How sure the match by title is, 0 to 100; empty where an editor chose.",
                            null=True,
                            validators=[django.core.validators.MaxValueValidator(100)],
                        ),
                    ),
                    (
                        "matched_title",
                        models.CharField(
                            blank=True,
                            editable=False,
                            help_text="The title of the occupation that fitted.",
                            max_length=200,
                        ),
                    ),
                    (
                        "is_occupation_chosen",
                        models.BooleanField(
                            default=False,
                            editable=False,
                            help_text="No import changes it again.",
                            verbose_name="occupation chosen by an editor",
                        ),
                    ),
                    (
                        "description",
                        models.TextField(
                            help_text="HTML; anything but plain formatting is taken out.", max_length=50000
                        ),
                    ),
                    ("pay_min", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    ("pay_max", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    (
                        "pay_unit",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("hour", "an hour"),
                                ("day", "a day"),
                                ("week", "a week"),
                                ("biweek", "every two weeks"),
                                ("month", "a month"),
                                ("year", "a year"),
                            ],
                            max_length=6,
                        ),
                    ),
                    ("currency", models.CharField(blank=True, help_text="ISO 4217, say USD.", max_length=3)),
                    (
                        "yearly_min",
                        models.PositiveIntegerField(
                            editable=False,
                            help_text="The lower end as US dollars a year, for filters and order.",
                            null=True,
                        ),
                    ),
                    ("yearly_max", models.PositiveIntegerField(editable=False, null=True)),
                    (
                        "employment_types",
                        models.CharField(
                            blank=True,
                            help_text="FULL_TIME, PART_TIME, …; several with commas.",
                            max_length=100,
                        ),
                    ),
                    ("is_remote", models.BooleanField(default=False, verbose_name="remote")),
                    ("apply_url", models.URLField(max_length=1000, verbose_name="link to apply")),
                    (
                        "is_direct_apply",
                        models.BooleanField(
                            default=False,
                            help_text="One applies on the linked page itself, without further steps.",
                            verbose_name="direct",
                        ),
                    ),
                    (
                        "identifier",
                        models.CharField(blank=True, help_text="The employer's own number.", max_length=120),
                    ),
                    ("posted_on", models.DateField()),
                    (
                        "valid_through",
                        models.DateField(
                            blank=True,
                            help_text="The last day to apply; empty while it stays in its feed.",
                            null=True,
                        ),
                    ),
                    (
                        "closed_on",
                        models.DateField(blank=True, help_text="When it left its last feed.", null=True),
                    ),
                    ("is_sample", models.BooleanField(default=False, editable=False)),
                    (
                        "fingerprint",
                        models.CharField(
                            db_index=True,
                            editable=False,
                            help_text="Title, company and places, in short.",
                            max_length=64,
                        ),
                    ),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.company",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "remote_area",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="Where a remote worker may live: the nation or a state.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.area",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical posting",
                    "verbose_name_plural": "historical postings",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="ImportReceipt",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("importer", models.SlugField()),
                    ("file_name", models.CharField(max_length=255)),
                    ("checksum", models.CharField(max_length=64, verbose_name="SHA-256 of the input")),
                    ("started_at", models.DateTimeField()),
                    ("finished_at", models.DateTimeField()),
                    ("created", models.PositiveIntegerField()),
                    ("updated", models.PositiveIntegerField()),
                    ("unchanged", models.PositiveIntegerField()),
                    ("retired", models.PositiveIntegerField(default=0)),
                    ("rejected", models.PositiveIntegerField()),
                    (
                        "rejections",
                        models.JSONField(
                            blank=True,
                            default=list,
                            help_text="The first thousand rejected rows: line and reason.",
                        ),
                    ),
                    ("warnings", models.JSONField(blank=True, default=list)),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="receipts",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-finished_at"],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("finished_at__gte", models.F("started_at"))),
                            name="receipt_ends_after_it_starts",
                            violation_error_message="An import cannot finish before it starts.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="InterestRating",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "interest",
                        models.CharField(
                            choices=[
                                ("realistic", "Realistic"),
                                ("investigative", "Investigative"),
                                ("artistic", "Artistic"),
                                ("social", "Social"),
                                ("enterprising", "Enterprising"),
                                ("conventional", "Conventional"),
                            ],
                            max_length=13,
                        ),
                    ),
                    ("rating", models.DecimalField(blank=True, decimal_places=2, max_digits=3, null=True)),
                    (
                        "parts",
                        models.PositiveSmallIntegerField(
                            db_default=1,
                            default=1,
                            help_text="Of how many O*NET occupations it is the mean; 1 where it is that of one alone.",
                            verbose_name="rolled up from",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="interest_ratings",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "interest", "release"),
                            name="interestrating_once_per_release",
                            violation_error_message="This release already rates that interest.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "interest"),
                            name="interestrating_one_in_force",
                            violation_error_message="Another rating of that interest is in force.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("rating__isnull", False),
                                    models.Q(("missing__has_key", "rating"), _negated=True),
                                ),
                                models.Q(("rating__isnull", True), ("missing__has_key", "rating")),
                                _connector="OR",
                            ),
                            name="interestrating_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: rating.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("rating__isnull", True),
                                models.Q(("rating__gte", 1), ("rating__lte", 7)),
                                _connector="OR",
                            ),
                            name="interestrating_rating_in_range",
                            violation_error_message="An interest is rated from 1 to 7.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="JobZone",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "lowest",
                        models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="lowest zone"),
                    ),
                    (
                        "highest",
                        models.PositiveSmallIntegerField(
                            blank=True,
                            help_text="Another than the lowest where the O*NET occupations rolled up lie in several zones.",
                            null=True,
                            verbose_name="highest zone",
                        ),
                    ),
                    (
                        "parts",
                        models.PositiveSmallIntegerField(
                            db_default=1,
                            default=1,
                            help_text="Of how many O*NET occupations it is the mean; 1 where it is that of one alone.",
                            verbose_name="rolled up from",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="job_zones",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "release"),
                            name="jobzone_once_per_release",
                            violation_error_message="This release already has a job zone there.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation",),
                            name="jobzone_one_in_force",
                            violation_error_message="Another job zone is in force there.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("lowest__isnull", False),
                                        models.Q(("missing__has_key", "lowest"), _negated=True),
                                    ),
                                    models.Q(("lowest__isnull", True), ("missing__has_key", "lowest")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("highest__isnull", False),
                                        models.Q(("missing__has_key", "highest"), _negated=True),
                                    ),
                                    models.Q(("highest__isnull", True), ("missing__has_key", "highest")),
                                    _connector="OR",
                                ),
                            ),
                            name="jobzone_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: lowest, highest.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("lowest__isnull", True),
                                models.Q(("lowest__gte", 1), ("lowest__lte", 5)),
                                _connector="OR",
                            ),
                            name="jobzone_lowest_in_range",
                            violation_error_message="Job zones are numbered from 1 to 5.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("highest__isnull", True),
                                models.Q(("highest__gte", 1), ("highest__lte", 5)),
                                _connector="OR",
                            ),
                            name="jobzone_highest_in_range",
                            violation_error_message="Job zones are numbered from 1 to 5.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("lowest__isnull", True),
                                ("highest__isnull", True),
                                ("lowest__lte", models.F("highest")),
                                _connector="OR",
                            ),
                            name="jobzone_zones_ascend",
                            violation_error_message="The lowest zone comes first.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="MajorEarnings",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    ("census_major", models.CharField(max_length=4, verbose_name="Census major code")),
                    ("title", models.CharField(max_length=200)),
                    ("category", models.CharField(blank=True, max_length=100)),
                    ("employed", models.PositiveIntegerField(blank=True, help_text="People.", null=True)),
                    (
                        "median",
                        models.PositiveIntegerField(
                            blank=True, help_text="Of those who work full time, all year round.", null=True
                        ),
                    ),
                    (
                        "p25",
                        models.PositiveIntegerField(blank=True, null=True, verbose_name="25th percentile"),
                    ),
                    (
                        "p75",
                        models.PositiveIntegerField(blank=True, null=True, verbose_name="75th percentile"),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "earnings by major",
                    "ordering": ["census_major"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("census_major", "release"),
                            name="majorearnings_once_per_release",
                            violation_error_message="This release already has that major.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("census_major",),
                            name="majorearnings_one_in_force",
                            violation_error_message="That major is there already.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("employed__isnull", False),
                                        models.Q(("missing__has_key", "employed"), _negated=True),
                                    ),
                                    models.Q(("employed__isnull", True), ("missing__has_key", "employed")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("median__isnull", False),
                                        models.Q(("missing__has_key", "median"), _negated=True),
                                    ),
                                    models.Q(("median__isnull", True), ("missing__has_key", "median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("p25__isnull", False),
                                        models.Q(("missing__has_key", "p25"), _negated=True),
                                    ),
                                    models.Q(("p25__isnull", True), ("missing__has_key", "p25")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("p75__isnull", False),
                                        models.Q(("missing__has_key", "p75"), _negated=True),
                                    ),
                                    models.Q(("p75__isnull", True), ("missing__has_key", "p75")),
                                    _connector="OR",
                                ),
                            ),
                            name="majorearnings_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: employed, median, p25, p75.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("p25__isnull", True),
                                    ("median__isnull", True),
                                    ("p25__lte", models.F("median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("p25__isnull", True),
                                    ("p75__isnull", True),
                                    ("p25__lte", models.F("p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("median__isnull", True),
                                    ("p75__isnull", True),
                                    ("median__lte", models.F("p75")),
                                    _connector="OR",
                                ),
                            ),
                            name="majorearnings_earnings_ascend",
                            violation_error_message="Percentiles must not fall: 25th ≤ median ≤ 75th.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="MajorRoute",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "major",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="routes",
                            to="careers.major",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="major_routes",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "major", "release"),
                            name="majorroute_once_per_release",
                            violation_error_message="This release already relates these two.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "major"),
                            name="majorroute_one_in_force",
                            violation_error_message="These two are related already.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="MergedCompany",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "was",
                        models.PositiveBigIntegerField(help_text="The key that its versions are kept under."),
                    ),
                    ("name", models.CharField(max_length=200)),
                    ("slug", models.SlugField(max_length=220, unique=True, verbose_name="former address")),
                    ("merged_at", models.DateTimeField(auto_now_add=True)),
                    (
                        "company",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="merged",
                            to="careers.company",
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "merged companies",
                    "ordering": ["-merged_at", "-pk"],
                },
            ),
            migrations.CreateModel(
                name="OnetOccupation",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "code",
                        models.CharField(
                            help_text="As 29-1141.01.", max_length=10, verbose_name="O*NET-SOC code"
                        ),
                    ),
                    ("title", models.CharField(max_length=200)),
                    (
                        "description",
                        models.TextField(
                            blank=True,
                            help_text="Written by O*NET; readers see it with the attribution that its licence asks for.",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="onet_occupations",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "O*NET occupation",
                    "ordering": ["code"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "code", "release"),
                            name="onetoccupation_once_per_release",
                            violation_error_message="This release already has that O*NET-SOC code.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "code"),
                            name="onetoccupation_one_in_force",
                            violation_error_message="That O*NET-SOC code is there already.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Posting",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("title", models.CharField(max_length=200)),
                    ("company_name", models.CharField(help_text="As the posting states it.", max_length=200)),
                    (
                        "match_confidence",
                        models.PositiveSmallIntegerField(
                            blank=True,
                            editable=False,
                            help_text="How sure the match by title is, 0 to 100; empty where an editor chose.",
                            null=True,
                            validators=[django.core.validators.MaxValueValidator(100)],
                        ),
                    ),
                    (
                        "matched_title",
                        models.CharField(
                            blank=True,
                            editable=False,
                            help_text="The title of the occupation that fitted.",
                            max_length=200,
                        ),
                    ),
                    (
                        "is_occupation_chosen",
                        models.BooleanField(
                            default=False,
                            editable=False,
                            help_text="No import changes it again.",
                            verbose_name="occupation chosen by an editor",
                        ),
                    ),
                    (
                        "description",
                        models.TextField(
                            help_text="HTML; anything but plain formatting is taken out.", max_length=50000
                        ),
                    ),
                    ("pay_min", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    ("pay_max", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    (
                        "pay_unit",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("hour", "an hour"),
                                ("day", "a day"),
                                ("week", "a week"),
                                ("biweek", "every two weeks"),
                                ("month", "a month"),
                                ("year", "a year"),
                            ],
                            max_length=6,
                        ),
                    ),
                    ("currency", models.CharField(blank=True, help_text="ISO 4217, say USD.", max_length=3)),
                    (
                        "yearly_min",
                        models.PositiveIntegerField(
                            editable=False,
                            help_text="The lower end as US dollars a year, for filters and order.",
                            null=True,
                        ),
                    ),
                    ("yearly_max", models.PositiveIntegerField(editable=False, null=True)),
                    (
                        "employment_types",
                        models.CharField(
                            blank=True,
                            help_text="FULL_TIME, PART_TIME, …; several with commas.",
                            max_length=100,
                        ),
                    ),
                    ("is_remote", models.BooleanField(default=False, verbose_name="remote")),
                    ("apply_url", models.URLField(max_length=1000, verbose_name="link to apply")),
                    (
                        "is_direct_apply",
                        models.BooleanField(
                            default=False,
                            help_text="One applies on the linked page itself, without further steps.",
                            verbose_name="direct",
                        ),
                    ),
                    (
                        "identifier",
                        models.CharField(blank=True, help_text="The employer's own number.", max_length=120),
                    ),
                    ("posted_on", models.DateField()),
                    (
                        "valid_through",
                        models.DateField(
                            blank=True,
                            help_text="The last day to apply; empty while it stays in its feed.",
                            null=True,
                        ),
                    ),
                    (
                        "closed_on",
                        models.DateField(blank=True, help_text="When it left its last feed.", null=True),
                    ),
                    ("is_sample", models.BooleanField(default=False, editable=False)),
                    (
                        "fingerprint",
                        models.CharField(
                            db_index=True,
                            editable=False,
                            help_text="Title, company and places, in short.",
                            max_length=64,
                        ),
                    ),
                    ("changed_at", models.DateTimeField(auto_now=True)),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="postings",
                            to="careers.company",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="postings",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "remote_area",
                        models.ForeignKey(
                            blank=True,
                            help_text="Where a remote worker may live: the nation or a state.",
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.area",
                        ),
                    ),
                    (
                        "publish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When what is published appears (UTC); empty for at once.",
                            null=True,
                        ),
                    ),
                    (
                        "review_by",
                        models.DateField(
                            blank=True, help_text="When an editor should look at it again.", null=True
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("draft", "Draft"),
                                ("in_review", "In review"),
                                ("published", "Published"),
                                ("archived", "Archived"),
                            ],
                            default="published",
                            max_length=9,
                        ),
                    ),
                    (
                        "unpublish_at",
                        models.DateTimeField(
                            blank=True,
                            help_text="When it goes from the site (UTC); empty for never.",
                            null=True,
                        ),
                    ),
                ],
                options={
                    "ordering": ["-posted_on", "-id"],
                    "indexes": [
                        models.Index(
                            condition=models.Q(("closed_on__isnull", True)),
                            fields=["-yearly_max"],
                            name="posting_best_paid",
                        ),
                        models.Index(
                            condition=models.Q(("closed_on__isnull", True)),
                            fields=[
                                "-posted_on",
                                "-id",
                                "valid_through",
                                "is_remote",
                                "remote_area",
                                "employment_types",
                                "yearly_min",
                                "yearly_max",
                                "is_sample",
                                "company",
                                "occupation",
                                "closed_on",
                                "status",
                                "publish_at",
                                "unpublish_at",
                            ],
                            name="posting_listed",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("pay_min__isnull", True),
                                ("pay_max__isnull", True),
                                ("pay_min__lte", models.F("pay_max")),
                                _connector="OR",
                            ),
                            name="posting_pay_ascends",
                            violation_error_message="Pay begins at its lower end.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("posted_on__isnull", True),
                                ("valid_through__isnull", True),
                                ("posted_on__lte", models.F("valid_through")),
                                _connector="OR",
                            ),
                            name="posting_dates_ascend",
                            violation_error_message="It closes no earlier than it opens.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("currency", ""),
                                    ("pay_max__isnull", True),
                                    ("pay_min__isnull", True),
                                    ("pay_unit", ""),
                                ),
                                models.Q(
                                    models.Q(
                                        ("pay_min__isnull", False),
                                        ("pay_max__isnull", False),
                                        _connector="OR",
                                    ),
                                    models.Q(("pay_unit", ""), _negated=True),
                                    models.Q(("currency", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="posting_pay_has_unit",
                            violation_error_message="Pay has an amount, a unit and a currency, or none of them.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("pay_min__isnull", True), ("pay_min__gte", 0), _connector="OR"),
                                models.Q(("pay_max__isnull", True), ("pay_max__gte", 0), _connector="OR"),
                            ),
                            name="posting_pay_is_not_negative",
                            violation_error_message="Pay is not negative.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("match_confidence__isnull", True),
                                ("match_confidence__lte", 100),
                                _connector="OR",
                            ),
                            name="posting_match_confidence_within_100",
                            violation_error_message="A confidence lies between 0 and 100.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("status__in", ["draft", "in_review", "published", "archived"])
                            ),
                            name="posting_status_is_known",
                            violation_error_message="It is a draft, in review, published or archived.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("publish_at__isnull", True),
                                ("unpublish_at__isnull", True),
                                ("publish_at__lt", models.F("unpublish_at")),
                                _connector="OR",
                            ),
                            name="posting_appears_before_it_goes",
                            violation_error_message="It must appear before it goes from the site.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="PreparationShare",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "scale",
                        models.CharField(
                            choices=[
                                ("education", "Education required"),
                                ("experience", "Related work experience"),
                                ("on_site", "On-site or in-plant training"),
                                ("on_the_job", "On-the-job training"),
                            ],
                            max_length=10,
                            verbose_name="question",
                        ),
                    ),
                    (
                        "category",
                        models.PositiveSmallIntegerField(
                            help_text="Its number on the O*NET scale, from 1.", verbose_name="answer"
                        ),
                    ),
                    ("percent", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                    (
                        "standard_error",
                        models.DecimalField(
                            blank=True,
                            decimal_places=4,
                            help_text="In percentage points.",
                            max_digits=6,
                            null=True,
                        ),
                    ),
                    (
                        "parts",
                        models.PositiveSmallIntegerField(
                            db_default=1,
                            default=1,
                            help_text="Of how many O*NET occupations it is the mean; 1 where it is that of one alone.",
                            verbose_name="rolled up from",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="preparation_shares",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["scale", "category"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "scale", "category", "release"),
                            name="preparationshare_once_per_release",
                            violation_error_message="This release already has a share for that answer.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "scale", "category"),
                            name="preparationshare_one_in_force",
                            violation_error_message="Another share is in force for that answer.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("percent__isnull", False),
                                    models.Q(("missing__has_key", "percent"), _negated=True),
                                ),
                                models.Q(("percent__isnull", True), ("missing__has_key", "percent")),
                                _connector="OR",
                            ),
                            name="preparationshare_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: percent.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("percent__isnull", True),
                                models.Q(("percent__gte", 0), ("percent__lte", 100)),
                                _connector="OR",
                            ),
                            name="preparationshare_percent_in_range",
                            violation_error_message="A share lies between 0 and 100 percent.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("category__isnull", True),
                                models.Q(("category__gte", 1), ("category__lte", 12)),
                                _connector="OR",
                            ),
                            name="preparationshare_category_in_range",
                            violation_error_message="The answers are numbered from 1 to 12.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="PriceParity",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    ("index", models.DecimalField(blank=True, decimal_places=3, max_digits=6, null=True)),
                    (
                        "area",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="price_parities",
                            to="careers.area",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "price parities",
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("area", "release"),
                            name="priceparity_once_per_release",
                            violation_error_message="This release already has that place.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("area",),
                            name="priceparity_one_in_force",
                            violation_error_message="Another price level is in force there.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("index__isnull", False),
                                    models.Q(("missing__has_key", "index"), _negated=True),
                                ),
                                models.Q(("index__isnull", True), ("missing__has_key", "index")),
                                _connector="OR",
                            ),
                            name="priceparity_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: index.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("index__isnull", True),
                                models.Q(("index__gte", 50), ("index__lte", 200)),
                                _connector="OR",
                            ),
                            name="priceparity_index_in_range",
                            violation_error_message="A price level lies between 50 and 200, the nation's is 100.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Program",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "credential",
                        models.CharField(
                            choices=[
                                ("certificate", "Undergraduate certificate or diploma"),
                                ("associate", "Associate's degree"),
                                ("bachelor", "Bachelor's degree"),
                                ("post_baccalaureate", "Post-baccalaureate certificate"),
                                ("master", "Master's degree"),
                                ("doctoral", "Doctoral degree"),
                                ("first_professional", "First professional degree"),
                                ("graduate_certificate", "Graduate or professional certificate"),
                            ],
                            max_length=20,
                        ),
                    ),
                    (
                        "completers",
                        models.PositiveIntegerField(blank=True, help_text="People, in one year.", null=True),
                    ),
                    (
                        "college",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="programs",
                            to="careers.college",
                        ),
                    ),
                    (
                        "field",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="programs",
                            to="careers.fieldofstudy",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("field", "college", "credential", "release"),
                            name="program_once_per_release",
                            violation_error_message="This release already has that program.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("field", "college", "credential"),
                            name="program_one_in_force",
                            violation_error_message="That program is there already.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("completers__isnull", False),
                                    models.Q(("missing__has_key", "completers"), _negated=True),
                                ),
                                models.Q(("completers__isnull", True), ("missing__has_key", "completers")),
                                _connector="OR",
                            ),
                            name="program_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: completers.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Projection",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    ("base_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ("target_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                    (
                        "employment_base",
                        models.PositiveIntegerField(
                            blank=True,
                            help_text="People, published in hundreds.",
                            null=True,
                            verbose_name="employment in the base year",
                        ),
                    ),
                    (
                        "employment_target",
                        models.PositiveIntegerField(
                            blank=True,
                            help_text="People, published in hundreds.",
                            null=True,
                            verbose_name="employment in the target year",
                        ),
                    ),
                    (
                        "change_number",
                        models.IntegerField(blank=True, null=True, verbose_name="change in people"),
                    ),
                    (
                        "change_percent",
                        models.DecimalField(
                            blank=True,
                            decimal_places=1,
                            help_text="Percent over the whole period, not a year.",
                            max_digits=6,
                            null=True,
                            verbose_name="growth",
                        ),
                    ),
                    (
                        "openings_annual",
                        models.PositiveIntegerField(
                            blank=True,
                            help_text="Projected per year, from growth and from people leaving; published in hundreds.",
                            null=True,
                            verbose_name="openings a year",
                        ),
                    ),
                    (
                        "percent_self_employed",
                        models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                    ),
                    (
                        "entry_education",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("none", "No formal educational credential"),
                                ("high_school", "High school diploma or equivalent"),
                                ("some_college", "Some college, no degree"),
                                ("postsecondary_award", "Postsecondary nondegree award"),
                                ("associate", "Associate's degree"),
                                ("bachelor", "Bachelor's degree"),
                                ("master", "Master's degree"),
                                ("doctoral_professional", "Doctoral or professional degree"),
                            ],
                            max_length=24,
                            null=True,
                        ),
                    ),
                    (
                        "work_experience",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("none", "None"),
                                ("under_5_years", "Less than 5 years"),
                                ("from_5_years", "5 years or more"),
                            ],
                            max_length=16,
                            null=True,
                        ),
                    ),
                    (
                        "job_training",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("none", "None"),
                                ("short_term", "Short-term on-the-job training"),
                                ("moderate_term", "Moderate-term on-the-job training"),
                                ("long_term", "Long-term on-the-job training"),
                                ("apprenticeship", "Apprenticeship"),
                                ("internship_residency", "Internship/residency"),
                            ],
                            max_length=24,
                            null=True,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="projections",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "release"),
                            name="projection_once_per_release",
                            violation_error_message="This release already has a projection for that occupation.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation",),
                            name="projection_one_in_force",
                            violation_error_message="Another projection is in force for that occupation.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("base_year__isnull", False),
                                        models.Q(("missing__has_key", "base_year"), _negated=True),
                                    ),
                                    models.Q(("base_year__isnull", True), ("missing__has_key", "base_year")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("target_year__isnull", False),
                                        models.Q(("missing__has_key", "target_year"), _negated=True),
                                    ),
                                    models.Q(
                                        ("target_year__isnull", True), ("missing__has_key", "target_year")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("employment_base__isnull", False),
                                        models.Q(("missing__has_key", "employment_base"), _negated=True),
                                    ),
                                    models.Q(
                                        ("employment_base__isnull", True),
                                        ("missing__has_key", "employment_base"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("employment_target__isnull", False),
                                        models.Q(("missing__has_key", "employment_target"), _negated=True),
                                    ),
                                    models.Q(
                                        ("employment_target__isnull", True),
                                        ("missing__has_key", "employment_target"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("change_number__isnull", False),
                                        models.Q(("missing__has_key", "change_number"), _negated=True),
                                    ),
                                    models.Q(
                                        ("change_number__isnull", True), ("missing__has_key", "change_number")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("change_percent__isnull", False),
                                        models.Q(("missing__has_key", "change_percent"), _negated=True),
                                    ),
                                    models.Q(
                                        ("change_percent__isnull", True),
                                        ("missing__has_key", "change_percent"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("openings_annual__isnull", False),
                                        models.Q(("missing__has_key", "openings_annual"), _negated=True),
                                    ),
                                    models.Q(
                                        ("openings_annual__isnull", True),
                                        ("missing__has_key", "openings_annual"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("percent_self_employed__isnull", False),
                                        models.Q(
                                            ("missing__has_key", "percent_self_employed"), _negated=True
                                        ),
                                    ),
                                    models.Q(
                                        ("percent_self_employed__isnull", True),
                                        ("missing__has_key", "percent_self_employed"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("entry_education__isnull", False),
                                        models.Q(("missing__has_key", "entry_education"), _negated=True),
                                    ),
                                    models.Q(
                                        ("entry_education__isnull", True),
                                        ("missing__has_key", "entry_education"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("work_experience__isnull", False),
                                        models.Q(("missing__has_key", "work_experience"), _negated=True),
                                    ),
                                    models.Q(
                                        ("work_experience__isnull", True),
                                        ("missing__has_key", "work_experience"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("job_training__isnull", False),
                                        models.Q(("missing__has_key", "job_training"), _negated=True),
                                    ),
                                    models.Q(
                                        ("job_training__isnull", True), ("missing__has_key", "job_training")
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            name="projection_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: base year, target year, employment base, employment target, change number, change percent, openings annual, percent self employed, entry education, work experience, job training.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("percent_self_employed__isnull", True),
                                models.Q(
                                    ("percent_self_employed__gte", 0), ("percent_self_employed__lte", 100)
                                ),
                                _connector="OR",
                            ),
                            name="projection_percent_self_employed_in_range",
                            violation_error_message="A share lies between 0 and 100 percent.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("change_percent__isnull", True),
                                models.Q(("change_percent__gte", -100), ("change_percent__lte", 10000)),
                                _connector="OR",
                            ),
                            name="projection_change_percent_in_range",
                            violation_error_message="Employment cannot shrink by more than 100 percent.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("base_year__isnull", True),
                                ("target_year__gt", models.F("base_year")),
                                _connector="OR",
                            ),
                            name="projection_ends_after_it_starts",
                            violation_error_message="The target year comes after the base year.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="RelatedOccupation",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "tier",
                        models.CharField(
                            choices=[
                                ("primary_short", "Most related"),
                                ("primary_long", "Closely related"),
                                ("supplemental", "Related"),
                            ],
                            max_length=13,
                        ),
                    ),
                    ("rank", models.PositiveSmallIntegerField(help_text="1 for the most related.")),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="related_occupations",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "related",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["rank", "id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "related", "release"),
                            name="relatedoccupation_once_per_release",
                            violation_error_message="This release already relates these occupations.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "related"),
                            name="relatedoccupation_one_in_force",
                            violation_error_message="These occupations are related already.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("occupation", models.F("related")), _negated=True),
                            name="related_occupation_is_another",
                            violation_error_message="An occupation is not related to itself.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="SkillRating",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "rank",
                        models.PositiveSmallIntegerField(
                            help_text="1 for the skill that matters most among those of its kind."
                        ),
                    ),
                    (
                        "importance",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            help_text="1 (not important) to 5 (extremely).",
                            max_digits=3,
                            null=True,
                        ),
                    ),
                    (
                        "level",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            help_text="0 (none) to 7 (highest).",
                            max_digits=3,
                            null=True,
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="skill_ratings",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "skill",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="ratings",
                            to="careers.skill",
                        ),
                    ),
                    (
                        "importance_se",
                        models.DecimalField(
                            blank=True,
                            decimal_places=4,
                            max_digits=6,
                            null=True,
                            verbose_name="standard error of importance",
                        ),
                    ),
                    (
                        "level_se",
                        models.DecimalField(
                            blank=True,
                            decimal_places=4,
                            max_digits=6,
                            null=True,
                            verbose_name="standard error of level",
                        ),
                    ),
                    (
                        "parts",
                        models.PositiveSmallIntegerField(
                            db_default=1,
                            default=1,
                            help_text="Of how many O*NET occupations it is the mean; 1 where it is that of one alone.",
                            verbose_name="rolled up from",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["rank"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "skill", "release"),
                            name="skill_rating_once_per_release",
                            violation_error_message="This release already rates that skill.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "skill"),
                            name="skill_rating_one_in_force",
                            violation_error_message="Another rating of that skill is in force.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("importance__isnull", False),
                                        models.Q(("missing__has_key", "importance"), _negated=True),
                                    ),
                                    models.Q(
                                        ("importance__isnull", True), ("missing__has_key", "importance")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("level__isnull", False),
                                        models.Q(("missing__has_key", "level"), _negated=True),
                                    ),
                                    models.Q(("level__isnull", True), ("missing__has_key", "level")),
                                    _connector="OR",
                                ),
                            ),
                            name="skillrating_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: importance, level.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("importance__isnull", True),
                                models.Q(("importance__gte", 1), ("importance__lte", 5)),
                                _connector="OR",
                            ),
                            name="skillrating_importance_in_range",
                            violation_error_message="Importance lies between 1 and 5.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("level__isnull", True),
                                models.Q(("level__gte", 0), ("level__lte", 7)),
                                _connector="OR",
                            ),
                            name="skillrating_level_in_range",
                            violation_error_message="A level lies between 0 and 7.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="StatedFact",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "topic",
                        models.CharField(
                            choices=[
                                ("time_to_become", "Time to become (years)"),
                                ("pay_range", "Salary range (US dollars a year)"),
                                ("job_satisfaction", "Job satisfaction"),
                                ("years_of_experience", "Years of experience"),
                                ("best_paying_city", "Best paying city"),
                                ("best_paying_state", "Best paying state"),
                                ("best_paying_company", "Best paying company"),
                                ("best_paying_industry", "Best paying industry"),
                                ("common_major", "Most common major"),
                                ("common_college", "Most common college"),
                            ],
                            max_length=24,
                        ),
                    ),
                    ("text", models.CharField(blank=True, max_length=200)),
                    (
                        "low",
                        models.DecimalField(
                            blank=True,
                            decimal_places=1,
                            help_text="A number, or where a range begins.",
                            max_digits=10,
                            null=True,
                        ),
                    ),
                    (
                        "high",
                        models.DecimalField(
                            blank=True,
                            decimal_places=1,
                            help_text="Where a range ends.",
                            max_digits=10,
                            null=True,
                        ),
                    ),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="stated_facts",
                            to="careers.company",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="stated_facts",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "topic", "release"),
                            name="stated_fact_once_per_release",
                            violation_error_message="This release already states that.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "topic"),
                            name="stated_fact_one_in_force",
                            violation_error_message="Another statement on that is in force.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("low__isnull", False),
                                        models.Q(("text", ""), _negated=True),
                                        _connector="OR",
                                    ),
                                    models.Q(("missing__has_key", "value"), _negated=True),
                                ),
                                models.Q(
                                    ("high__isnull", True),
                                    ("low__isnull", True),
                                    ("missing__has_key", "value"),
                                    ("text", ""),
                                ),
                                _connector="OR",
                            ),
                            name="stated_fact_missing_has_reason",
                            violation_error_message="Give a number, a range or a text; or leave all empty and say why.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("low__isnull", True),
                                ("high__isnull", True),
                                ("low__lte", models.F("high")),
                                _connector="OR",
                            ),
                            name="statedfact_range_ascends",
                            violation_error_message="A range begins at its lower end.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="TaskStatement",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    ("onet_code", models.CharField(max_length=10, verbose_name="O*NET-SOC code")),
                    ("task_id", models.PositiveIntegerField(verbose_name="O*NET task number")),
                    ("is_core", models.BooleanField(default=False, verbose_name="core task")),
                    (
                        "text",
                        models.TextField(
                            help_text="Written by O*NET; readers see it with the attribution that its licence asks for."
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="task_statements",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-is_core", "onet_code", "task_id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "onet_code", "task_id", "release"),
                            name="taskstatement_once_per_release",
                            violation_error_message="This release already has that task.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "onet_code", "task_id"),
                            name="taskstatement_one_in_force",
                            violation_error_message="That task is there already.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="TechnologySkill",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    ("name", models.CharField(max_length=200)),
                    (
                        "category",
                        models.CharField(help_text="What kind of technology it is.", max_length=200),
                    ),
                    (
                        "is_hot",
                        models.BooleanField(
                            default=False,
                            help_text="Often named in job postings of all occupations.",
                            verbose_name="hot technology",
                        ),
                    ),
                    (
                        "is_in_demand",
                        models.BooleanField(
                            default=False,
                            help_text="Often named in job postings of this occupation.",
                            verbose_name="in demand",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="technology_skills",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="careers.release",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-is_in_demand", "-is_hot", "name"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "name", "category", "release"),
                            name="technologyskill_once_per_release",
                            violation_error_message="This release already has that technology there.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("occupation", "name", "category"),
                            name="technologyskill_one_in_force",
                            violation_error_message="That technology is there already.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="WageEstimate",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "missing",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="For each empty figure, the reason it is empty.",
                            verbose_name="why parts are missing",
                        ),
                    ),
                    (
                        "is_current",
                        models.BooleanField(
                            default=True,
                            help_text="Off for what a newer release replaced or its publisher withdrew.",
                            verbose_name="in force",
                        ),
                    ),
                    (
                        "employment",
                        models.PositiveIntegerField(blank=True, help_text="People, not openings.", null=True),
                    ),
                    (
                        "employment_rse",
                        models.DecimalField(
                            blank=True,
                            decimal_places=1,
                            help_text="Percent of the employment.",
                            max_digits=5,
                            null=True,
                            verbose_name="relative standard error of employment",
                        ),
                    ),
                    (
                        "hourly_mean",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True),
                    ),
                    (
                        "hourly_p10",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            max_digits=8,
                            null=True,
                            verbose_name="hourly 10th percentile",
                        ),
                    ),
                    (
                        "hourly_p25",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            max_digits=8,
                            null=True,
                            verbose_name="hourly 25th percentile",
                        ),
                    ),
                    (
                        "hourly_median",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True),
                    ),
                    (
                        "hourly_p75",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            max_digits=8,
                            null=True,
                            verbose_name="hourly 75th percentile",
                        ),
                    ),
                    (
                        "hourly_p90",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            max_digits=8,
                            null=True,
                            verbose_name="hourly 90th percentile",
                        ),
                    ),
                    ("annual_mean", models.PositiveIntegerField(blank=True, null=True)),
                    (
                        "annual_p10",
                        models.PositiveIntegerField(
                            blank=True, null=True, verbose_name="annual 10th percentile"
                        ),
                    ),
                    (
                        "annual_p25",
                        models.PositiveIntegerField(
                            blank=True, null=True, verbose_name="annual 25th percentile"
                        ),
                    ),
                    ("annual_median", models.PositiveIntegerField(blank=True, null=True)),
                    (
                        "annual_p75",
                        models.PositiveIntegerField(
                            blank=True, null=True, verbose_name="annual 75th percentile"
                        ),
                    ),
                    (
                        "annual_p90",
                        models.PositiveIntegerField(
                            blank=True, null=True, verbose_name="annual 90th percentile"
                        ),
                    ),
                    (
                        "wage_rse",
                        models.DecimalField(
                            blank=True,
                            decimal_places=1,
                            help_text="Percent of the mean.",
                            max_digits=5,
                            null=True,
                            verbose_name="relative standard error of mean pay",
                        ),
                    ),
                    (
                        "jobs_per_1000",
                        models.DecimalField(
                            blank=True,
                            decimal_places=3,
                            help_text="Of 1,000 jobs in the area, those in this occupation.",
                            max_digits=8,
                            null=True,
                            verbose_name="jobs per 1,000",
                        ),
                    ),
                    (
                        "location_quotient",
                        models.DecimalField(
                            blank=True,
                            decimal_places=2,
                            help_text="The area's share of jobs in this occupation over the nation's; 2 is twice as common.",
                            max_digits=8,
                            null=True,
                        ),
                    ),
                    (
                        "area",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="wage_estimates",
                            to="careers.area",
                        ),
                    ),
                    (
                        "industry",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="wage_estimates",
                            to="careers.industry",
                        ),
                    ),
                    (
                        "occupation",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="wage_estimates",
                            to="careers.occupation",
                        ),
                    ),
                    (
                        "release",
                        models.ForeignKey(
                            db_index=False,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="wage_estimates",
                            to="careers.release",
                        ),
                    ),
                    (
                        "corrected",
                        models.JSONField(
                            blank=True,
                            editable=False,
                            help_text="For each value that an editor corrected, the correction; NULL for almost all figures.",
                            null=True,
                            verbose_name="corrected values",
                        ),
                    ),
                ],
                options={
                    "ordering": ["id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("occupation", "area", "industry", "release"),
                            name="wage_once_per_cell_and_release",
                            violation_error_message="This release already has that occupation in that area and industry.",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("is_current", True)),
                            fields=("area", "industry", "occupation"),
                            name="wage_one_in_force_per_cell",
                            violation_error_message="Other pay is in force for that occupation, area and industry; take it out first.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    models.Q(
                                        ("employment__isnull", False),
                                        models.Q(("missing__has_key", "employment"), _negated=True),
                                    ),
                                    models.Q(
                                        ("employment__isnull", True), ("missing__has_key", "employment")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("employment_rse__isnull", False),
                                        models.Q(("missing__has_key", "employment_rse"), _negated=True),
                                    ),
                                    models.Q(
                                        ("employment_rse__isnull", True),
                                        ("missing__has_key", "employment_rse"),
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("hourly_mean__isnull", False),
                                        models.Q(("missing__has_key", "hourly_mean"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hourly_mean__isnull", True), ("missing__has_key", "hourly_mean")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("hourly_p10__isnull", False),
                                        models.Q(("missing__has_key", "hourly_p10"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hourly_p10__isnull", True), ("missing__has_key", "hourly_p10")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("hourly_p25__isnull", False),
                                        models.Q(("missing__has_key", "hourly_p25"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hourly_p25__isnull", True), ("missing__has_key", "hourly_p25")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("hourly_median__isnull", False),
                                        models.Q(("missing__has_key", "hourly_median"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hourly_median__isnull", True), ("missing__has_key", "hourly_median")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("hourly_p75__isnull", False),
                                        models.Q(("missing__has_key", "hourly_p75"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hourly_p75__isnull", True), ("missing__has_key", "hourly_p75")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("hourly_p90__isnull", False),
                                        models.Q(("missing__has_key", "hourly_p90"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hourly_p90__isnull", True), ("missing__has_key", "hourly_p90")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("annual_mean__isnull", False),
                                        models.Q(("missing__has_key", "annual_mean"), _negated=True),
                                    ),
                                    models.Q(
                                        ("annual_mean__isnull", True), ("missing__has_key", "annual_mean")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("annual_p10__isnull", False),
                                        models.Q(("missing__has_key", "annual_p10"), _negated=True),
                                    ),
                                    models.Q(
                                        ("annual_p10__isnull", True), ("missing__has_key", "annual_p10")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("annual_p25__isnull", False),
                                        models.Q(("missing__has_key", "annual_p25"), _negated=True),
                                    ),
                                    models.Q(
                                        ("annual_p25__isnull", True), ("missing__has_key", "annual_p25")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("annual_median__isnull", False),
                                        models.Q(("missing__has_key", "annual_median"), _negated=True),
                                    ),
                                    models.Q(
                                        ("annual_median__isnull", True), ("missing__has_key", "annual_median")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("annual_p75__isnull", False),
                                        models.Q(("missing__has_key", "annual_p75"), _negated=True),
                                    ),
                                    models.Q(
                                        ("annual_p75__isnull", True), ("missing__has_key", "annual_p75")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("annual_p90__isnull", False),
                                        models.Q(("missing__has_key", "annual_p90"), _negated=True),
                                    ),
                                    models.Q(
                                        ("annual_p90__isnull", True), ("missing__has_key", "annual_p90")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("wage_rse__isnull", False),
                                        models.Q(("missing__has_key", "wage_rse"), _negated=True),
                                    ),
                                    models.Q(("wage_rse__isnull", True), ("missing__has_key", "wage_rse")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("jobs_per_1000__isnull", False),
                                        models.Q(("missing__has_key", "jobs_per_1000"), _negated=True),
                                    ),
                                    models.Q(
                                        ("jobs_per_1000__isnull", True), ("missing__has_key", "jobs_per_1000")
                                    ),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(
                                        ("location_quotient__isnull", False),
                                        models.Q(("missing__has_key", "location_quotient"), _negated=True),
                                    ),
                                    models.Q(
                                        ("location_quotient__isnull", True),
                                        ("missing__has_key", "location_quotient"),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            name="wageestimate_missing_has_reason",
                            violation_error_message="Each empty figure needs a reason, and a figure that is there needs none. Check: employment, employment rse, hourly mean, hourly p10, hourly p25, hourly median, hourly p75, hourly p90, annual mean, annual p10, annual p25, annual median, annual p75, annual p90, wage rse, jobs per 1000, location quotient.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("hourly_p10__isnull", True),
                                    ("hourly_p25__isnull", True),
                                    ("hourly_p10__lte", models.F("hourly_p25")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p10__isnull", True),
                                    ("hourly_median__isnull", True),
                                    ("hourly_p10__lte", models.F("hourly_median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p10__isnull", True),
                                    ("hourly_p75__isnull", True),
                                    ("hourly_p10__lte", models.F("hourly_p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p10__isnull", True),
                                    ("hourly_p90__isnull", True),
                                    ("hourly_p10__lte", models.F("hourly_p90")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p25__isnull", True),
                                    ("hourly_median__isnull", True),
                                    ("hourly_p25__lte", models.F("hourly_median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p25__isnull", True),
                                    ("hourly_p75__isnull", True),
                                    ("hourly_p25__lte", models.F("hourly_p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p25__isnull", True),
                                    ("hourly_p90__isnull", True),
                                    ("hourly_p25__lte", models.F("hourly_p90")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_median__isnull", True),
                                    ("hourly_p75__isnull", True),
                                    ("hourly_median__lte", models.F("hourly_p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_median__isnull", True),
                                    ("hourly_p90__isnull", True),
                                    ("hourly_median__lte", models.F("hourly_p90")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("hourly_p75__isnull", True),
                                    ("hourly_p90__isnull", True),
                                    ("hourly_p75__lte", models.F("hourly_p90")),
                                    _connector="OR",
                                ),
                            ),
                            name="wageestimate_hourly_percentiles_ascend",
                            violation_error_message="Hourly percentiles must not fall: 10th ≤ 25th ≤ median ≤ 75th ≤ 90th.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("annual_p10__isnull", True),
                                    ("annual_p25__isnull", True),
                                    ("annual_p10__lte", models.F("annual_p25")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p10__isnull", True),
                                    ("annual_median__isnull", True),
                                    ("annual_p10__lte", models.F("annual_median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p10__isnull", True),
                                    ("annual_p75__isnull", True),
                                    ("annual_p10__lte", models.F("annual_p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p10__isnull", True),
                                    ("annual_p90__isnull", True),
                                    ("annual_p10__lte", models.F("annual_p90")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p25__isnull", True),
                                    ("annual_median__isnull", True),
                                    ("annual_p25__lte", models.F("annual_median")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p25__isnull", True),
                                    ("annual_p75__isnull", True),
                                    ("annual_p25__lte", models.F("annual_p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p25__isnull", True),
                                    ("annual_p90__isnull", True),
                                    ("annual_p25__lte", models.F("annual_p90")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_median__isnull", True),
                                    ("annual_p75__isnull", True),
                                    ("annual_median__lte", models.F("annual_p75")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_median__isnull", True),
                                    ("annual_p90__isnull", True),
                                    ("annual_median__lte", models.F("annual_p90")),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("annual_p75__isnull", True),
                                    ("annual_p90__isnull", True),
                                    ("annual_p75__lte", models.F("annual_p90")),
                                    _connector="OR",
                                ),
                            ),
                            name="wageestimate_annual_percentiles_ascend",
                            violation_error_message="Annual percentiles must not fall: 10th ≤ 25th ≤ median ≤ 75th ≤ 90th.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("wage_rse__isnull", True),
                                models.Q(("wage_rse__gte", 0), ("wage_rse__lte", 100)),
                                _connector="OR",
                            ),
                            name="wageestimate_wage_rse_in_range",
                            violation_error_message="The error of mean pay is a percentage, 0 to 100.",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("employment_rse__isnull", True),
                                models.Q(("employment_rse__gte", 0), ("employment_rse__lte", 100)),
                                _connector="OR",
                            ),
                            name="wageestimate_employment_rse_in_range",
                            violation_error_message="The error of employment is a percentage, 0 to 100.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="FeedReceipt",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("started_at", models.DateTimeField()),
                    ("finished_at", models.DateTimeField()),
                    ("created", models.PositiveIntegerField(default=0)),
                    ("updated", models.PositiveIntegerField(default=0)),
                    ("unchanged", models.PositiveIntegerField(default=0)),
                    (
                        "merged",
                        models.PositiveIntegerField(default=0, help_text="Known from another feed already."),
                    ),
                    ("closed", models.PositiveIntegerField(default=0, help_text="No longer in the feed.")),
                    ("rejected", models.PositiveIntegerField(default=0)),
                    (
                        "rejections",
                        models.JSONField(blank=True, default=list, help_text="Which item, and why."),
                    ),
                    ("error", models.TextField(blank=True)),
                    (
                        "feed",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="receipts",
                            to="careers.feed",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-finished_at"],
                },
            ),
            migrations.CreateModel(
                name="HistoricalPostingPlace",
                fields=[
                    (
                        "id",
                        models.BigIntegerField(
                            auto_created=True, blank=True, db_index=True, verbose_name="ID"
                        ),
                    ),
                    ("position", models.PositiveSmallIntegerField(default=0)),
                    ("city", models.CharField(blank=True, max_length=120)),
                    (
                        "state",
                        models.CharField(blank=True, help_text="Postal abbreviation, say WA.", max_length=60),
                    ),
                    (
                        "country",
                        models.CharField(
                            blank=True,
                            default="US",
                            help_text="ISO 3166, say US; empty where unknown.",
                            max_length=2,
                        ),
                    ),
                    ("history_change_reason", models.CharField(blank=True, default="", max_length=500)),
                    ("history_id", models.AutoField(primary_key=True, serialize=False)),
                    ("history_date", models.DateTimeField(db_index=True)),
                    (
                        "history_type",
                        models.CharField(
                            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                        ),
                    ),
                    (
                        "area",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            db_index=False,
                            help_text="The metropolitan area, or else the state, that pay is looked up for.",
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.area",
                        ),
                    ),
                    (
                        "history_user",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "posting",
                        models.ForeignKey(
                            blank=True,
                            db_constraint=False,
                            null=True,
                            on_delete=django.db.models.deletion.DO_NOTHING,
                            related_name="+",
                            to="careers.posting",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "historical posting place",
                    "verbose_name_plural": "historical posting places",
                    "ordering": ("-history_date", "-history_id"),
                    "get_latest_by": ("history_date", "history_id"),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name="ImportJob",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "importer",
                        models.SlugField(
                            help_text="As `manage.py import_source` names it, or “feed-” and a format."
                        ),
                    ),
                    ("file_name", models.CharField(blank=True, max_length=255)),
                    ("path", models.CharField(blank=True, editable=False, max_length=500)),
                    ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("waiting", "Waiting to be checked"),
                                ("checking", "Being checked"),
                                ("checked", "Checked, waits for approval"),
                                ("approved", "Approved, waiting to be loaded"),
                                ("loading", "Being loaded"),
                                ("done", "Loaded"),
                                ("failed", "Failed; nothing was changed"),
                                ("rolled_back", "Rolled back"),
                            ],
                            default="waiting",
                            max_length=11,
                        ),
                    ),
                    (
                        "findings",
                        models.JSONField(
                            blank=True,
                            default=dict,
                            help_text="What the dry run found: counts, rejections, figures that moved.",
                        ),
                    ),
                    ("done_rows", models.PositiveIntegerField(default=0)),
                    ("total_rows", models.PositiveIntegerField(default=0)),
                    (
                        "heartbeat",
                        models.DateTimeField(
                            blank=True, help_text="When its process last gave a sign.", null=True
                        ),
                    ),
                    ("error", models.TextField(blank=True)),
                    ("asked_at", models.DateTimeField(auto_now_add=True)),
                    ("finished_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "approved_by",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "asked_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "receipt",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="jobs",
                            to="careers.importreceipt",
                        ),
                    ),
                    (
                        "feed",
                        models.ForeignKey(
                            blank=True,
                            help_text="Only for a job feed: which one it is. Empty: one named by the address or the file.",
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to="careers.feed",
                        ),
                    ),
                ],
                options={
                    "ordering": ["-asked_at"],
                    "permissions": [("import_sources", "Can import releases and roll them back")],
                },
            ),
            migrations.CreateModel(
                name="PostingOrigin",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("external_id", models.CharField(max_length=200)),
                    ("url", models.URLField(blank=True, max_length=1000, verbose_name="page there")),
                    (
                        "checksum",
                        models.CharField(
                            editable=False, help_text="Of what it said when last read.", max_length=64
                        ),
                    ),
                    ("first_seen", models.DateField()),
                    (
                        "closed_on",
                        models.DateField(blank=True, help_text="When it was no longer there.", null=True),
                    ),
                    (
                        "feed",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="origins",
                            to="careers.feed",
                        ),
                    ),
                    (
                        "posting",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="origins",
                            to="careers.posting",
                        ),
                    ),
                ],
                options={
                    "ordering": ["first_seen", "id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("feed", "external_id"),
                            name="posting_origin_once_per_feed",
                            violation_error_message="The feed has an item of that key already.",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="PostingPlace",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    ("position", models.PositiveSmallIntegerField(default=0)),
                    ("city", models.CharField(blank=True, max_length=120)),
                    (
                        "state",
                        models.CharField(blank=True, help_text="Postal abbreviation, say WA.", max_length=60),
                    ),
                    (
                        "country",
                        models.CharField(
                            blank=True,
                            default="US",
                            help_text="ISO 3166, say US; empty where unknown.",
                            max_length=2,
                        ),
                    ),
                    (
                        "area",
                        models.ForeignKey(
                            blank=True,
                            help_text="The metropolitan area, or else the state, that pay is looked up for.",
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="posting_places",
                            to="careers.area",
                        ),
                    ),
                    (
                        "posting",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="places",
                            to="careers.posting",
                        ),
                    ),
                ],
                options={
                    "ordering": ["position", "id"],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("posting", "city", "state", "country"),
                            name="posting_place_once",
                            violation_error_message="The posting has this place already.",
                        )
                    ],
                },
            ),
        ),
        migrations.RunPython(install, uninstall),
    ]
