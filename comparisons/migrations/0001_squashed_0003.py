"""0001 to 0003 at once, for a new database; one that has some of them goes on with the rest."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("comparisons", "0001_initial"),
        ("comparisons", "0002_editors_desk"),
        ("comparisons", "0003_history"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("careers", "0011_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="CuratedComparison",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(help_text="What it is listed by.", max_length=120)),
                ("members_key", models.CharField(editable=False, max_length=110)),
                (
                    "introduction",
                    models.TextField(
                        help_text="Stands under the opening. Its first sentence is shown in the list of comparisons. An empty line begins a new paragraph."
                    ),
                ),
                (
                    "verdict",
                    models.TextField(
                        blank=True,
                        help_text="Stands at the end: who is better off with which. An empty line begins a new paragraph.",
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
                        help_text="A draft is seen by editors only. What is published, readers see at once.",
                        max_length=9,
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "fifth",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="fifth career",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="first career",
                    ),
                ),
                (
                    "fourth",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="fourth career",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="second career",
                    ),
                ),
                (
                    "third",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="third career",
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
                    "unpublish_at",
                    models.DateTimeField(
                        blank=True, help_text="When it goes from the site (UTC); empty for never.", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["title", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("third__isnull", False), ("fourth__isnull", True), _connector="OR"),
                            models.Q(("fourth__isnull", False), ("fifth__isnull", True), _connector="OR"),
                        ),
                        name="curated_seats_filled_in_order",
                        violation_error_message="Between two of the compared none can be left out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first", models.F("second"))),
                            models.Q(("first", models.F("third"))),
                            models.Q(("first", models.F("fourth"))),
                            models.Q(("first", models.F("fifth"))),
                            models.Q(("second", models.F("third"))),
                            models.Q(("second", models.F("fourth"))),
                            models.Q(("second", models.F("fifth"))),
                            models.Q(("third", models.F("fourth"))),
                            models.Q(("third", models.F("fifth"))),
                            models.Q(("fourth", models.F("fifth"))),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="curated_each_once",
                        violation_error_message="No occupation is compared with itself: name each once.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("first__isnull", True),
                                (
                                    "members_key__contains",
                                    django.db.models.functions.text.Concat(
                                        models.Value("-"),
                                        django.db.models.functions.comparison.Cast(
                                            models.F("first"), models.CharField()
                                        ),
                                        models.Value("-"),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("second__isnull", True),
                                (
                                    "members_key__contains",
                                    django.db.models.functions.text.Concat(
                                        models.Value("-"),
                                        django.db.models.functions.comparison.Cast(
                                            models.F("second"), models.CharField()
                                        ),
                                        models.Value("-"),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("third__isnull", True),
                                (
                                    "members_key__contains",
                                    django.db.models.functions.text.Concat(
                                        models.Value("-"),
                                        django.db.models.functions.comparison.Cast(
                                            models.F("third"), models.CharField()
                                        ),
                                        models.Value("-"),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("fourth__isnull", True),
                                (
                                    "members_key__contains",
                                    django.db.models.functions.text.Concat(
                                        models.Value("-"),
                                        django.db.models.functions.comparison.Cast(
                                            models.F("fourth"), models.CharField()
                                        ),
                                        models.Value("-"),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("fifth__isnull", True),
                                (
                                    "members_key__contains",
                                    django.db.models.functions.text.Concat(
                                        models.Value("-"),
                                        django.db.models.functions.comparison.Cast(
                                            models.F("fifth"), models.CharField()
                                        ),
                                        models.Value("-"),
                                    ),
                                ),
                                _connector="OR",
                            ),
                            (
                                "members_key__length",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.Value(1),
                                                    "+",
                                                    django.db.models.functions.comparison.Coalesce(
                                                        django.db.models.expressions.CombinedExpression(
                                                            django.db.models.functions.text.Length(
                                                                django.db.models.functions.comparison.Cast(
                                                                    models.F("first"), models.CharField()
                                                                )
                                                            ),
                                                            "+",
                                                            models.Value(1),
                                                        ),
                                                        0,
                                                    ),
                                                ),
                                                "+",
                                                django.db.models.functions.comparison.Coalesce(
                                                    django.db.models.expressions.CombinedExpression(
                                                        django.db.models.functions.text.Length(
                                                            django.db.models.functions.comparison.Cast(
                                                                models.F("second"), models.CharField()
                                                            )
                                                        ),
                                                        "+",
                                                        models.Value(1),
                                                    ),
                                                    0,
                                                ),
                                            ),
                                            "+",
                                            django.db.models.functions.comparison.Coalesce(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.functions.text.Length(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("third"), models.CharField()
                                                        )
                                                    ),
                                                    "+",
                                                    models.Value(1),
                                                ),
                                                0,
                                            ),
                                        ),
                                        "+",
                                        django.db.models.functions.comparison.Coalesce(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.text.Length(
                                                    django.db.models.functions.comparison.Cast(
                                                        models.F("fourth"), models.CharField()
                                                    )
                                                ),
                                                "+",
                                                models.Value(1),
                                            ),
                                            0,
                                        ),
                                    ),
                                    "+",
                                    django.db.models.functions.comparison.Coalesce(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.functions.text.Length(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("fifth"), models.CharField()
                                                )
                                            ),
                                            "+",
                                            models.Value(1),
                                        ),
                                        0,
                                    ),
                                ),
                            ),
                        ),
                        name="curated_key_names_the_compared",
                        violation_error_message="The key of the comparison names other occupations than it compares.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "published")),
                        fields=("members_key",),
                        name="curated_set_published_once",
                        violation_error_message="Another comparison of the same occupations is published.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "in_review", "published", "archived"])),
                        name="curatedcomparison_status_is_known",
                        violation_error_message="It is a draft, in review, published or archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_at__isnull", True),
                            ("unpublish_at__isnull", True),
                            ("publish_at__lt", models.F("unpublish_at")),
                            _connector="OR",
                        ),
                        name="curatedcomparison_appears_before_it_goes",
                        violation_error_message="It must appear before it goes from the site.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCuratedComparison",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
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
                        blank=True, help_text="When it goes from the site (UTC); empty for never.", null=True
                    ),
                ),
                (
                    "review_by",
                    models.DateField(
                        blank=True, help_text="When an editor should look at it again.", null=True
                    ),
                ),
                ("title", models.CharField(help_text="What it is listed by.", max_length=120)),
                ("members_key", models.CharField(editable=False, max_length=110)),
                (
                    "introduction",
                    models.TextField(
                        help_text="Stands under the opening. Its first sentence is shown in the list of comparisons. An empty line begins a new paragraph."
                    ),
                ),
                (
                    "verdict",
                    models.TextField(
                        blank=True,
                        help_text="Stands at the end: who is better off with which. An empty line begins a new paragraph.",
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
                        help_text="A draft is seen by editors only. What is published, readers see at once.",
                        max_length=9,
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
                    "fifth",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="fifth career",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="first career",
                    ),
                ),
                (
                    "fourth",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="fourth career",
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
                    "second",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="second career",
                    ),
                ),
                (
                    "third",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        limit_choices_to={"level__in": ("detailed", "job_title")},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="careers.occupation",
                        verbose_name="third career",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical curated comparison",
                "verbose_name_plural": "historical curated comparisons",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ShippedComparison",
            fields=[
                ("name", models.SlugField(primary_key=True, serialize=False)),
                ("given_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
    ]
