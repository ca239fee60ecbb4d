"""What can be found by typing, and what people type for it; all but the synonyms is made of the rest."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.search.words import stem, typed

MAX_KEY = 200


class SearchTerm(models.Model):
    """A name or text by which a page is found. `careers.search.index` writes it; nobody edits it.

    The primary key says where it stands: titles before other titles before texts, then short names before
    long ones, then work that many do first. What is read of a long answer is its beginning.
    """

    class Kind(models.TextChoices):
        OCCUPATION = "occupation", _("Careers")
        PLACE = "place", _("Places")
        INDUSTRY = "industry", _("Industries")
        MAJOR = "major", _("Majors")
        PAGE = "page", _("Pages")
        COMPANY = "company", _("Companies")
        POSTING = "posting", _("Jobs")

    class Tier(models.IntegerChoices):
        TITLE = 0, _("Title")
        ALTERNATE = 1, _("Other title")
        TEXT = 2, _("Text")

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind)
    tier = models.PositiveSmallIntegerField(choices=Tier)
    is_reported = models.BooleanField(default=False, help_text=_("A title that people in it reported."))
    text = models.CharField(max_length=MAX_KEY, help_text=_("The name; for a text, what it is."))
    key = models.CharField(max_length=MAX_KEY, help_text=_("The words of the name, in plain letters."))
    tokens = models.TextField(help_text=_("The words and their stems: what the database looks through."))
    length = models.PositiveSmallIntegerField(help_text=_("How many words the name has."))
    title = models.CharField(max_length=MAX_KEY, help_text=_("What it leads to."))
    path = models.CharField(max_length=700)
    weight = models.BigIntegerField(
        default=0, help_text=_("People employed: of two like names, the greater.")
    )
    object_id = models.BigIntegerField(help_text=_("The key of what it leads to."))
    # The index follows its occupation by itself: it neither protects nor lists anything when one is deleted.
    occupation = models.ForeignKey(
        "careers.Occupation",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        db_index=False,
    )

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="searchterm_by_object"),
            models.Index(fields=["id"], condition=models.Q(tier=0), name="searchterm_titles"),
        ]

    def __str__(self):
        return self.text


class SearchWord(models.Model):
    """A word of the names: what a misspelled word may have been."""

    word = models.CharField(max_length=40, unique=True)
    stem = models.CharField(max_length=40, db_index=True)
    frequency = models.PositiveIntegerField(help_text=_("How many names have it."))

    class Meta:
        ordering = ["word"]

    def __str__(self):
        return self.word


class Synonym(models.Model):
    """What people type, and what it means in the words of titles: “HR” is human resources."""

    term = models.CharField(
        _("what people type"), max_length=60, help_text=_("A word or a few: HR, coder, fix.")
    )
    meaning = models.CharField(
        _("what it means"),
        max_length=200,
        help_text=_(
            "What to look for instead, in words that titles have; several with commas, the best first."
        ),
    )
    is_in_use = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_(
            "Switch it off rather than delete it: what the portal ships comes back with the next load."
        ),
    )
    key = models.CharField(max_length=MAX_KEY, unique=True, editable=False)

    class Meta:
        ordering = ["term"]

    def __str__(self):
        return f"{self.term} → {self.meaning}"

    def save(self, *args, **kwargs):
        self.key = synonym_key(self.term)
        super().save(*args, **kwargs)

    def clean(self):
        self.key = synonym_key(self.term)
        if not self.key:
            raise ValidationError({"term": gettext("Write at least one letter or digit.")})
        if not any(map(typed, self.meanings)):
            raise ValidationError({"meaning": gettext("Write at least one letter or digit.")})
        if other := type(self).objects.filter(key=self.key).exclude(pk=self.pk).first():
            raise ValidationError(
                {
                    "term": gettext("It is looked up as “{term}”, which is there already.").format(
                        term=other.term
                    )
                }
            )

    @property
    def meanings(self) -> list[str]:
        return [part.strip() for part in self.meaning.split(",") if part.strip()]


def synonym_key(term: str) -> str:
    """The stems of what people type: “fixes” and “fix” are one."""
    return " ".join(map(stem, typed(term)))[:MAX_KEY]
