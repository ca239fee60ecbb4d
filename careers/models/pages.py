"""Pages of text that editors write: about the portal, a guide, an imprint."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .editorial import Editorial, EditorialQuerySet


class Page(Editorial):
    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    body = models.TextField(help_text=_("Markdown."), max_length=50_000)

    objects = EditorialQuerySet.as_manager()

    class Meta(Editorial.Meta):
        abstract = False
        ordering = ["title"]
        # For all that is editorial, as roles grant it: of a page, a text, a comparison, a company, a posting.
        permissions = [("publish_content", "Can publish and archive what editors write")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("careers:page", args=[self.slug])
