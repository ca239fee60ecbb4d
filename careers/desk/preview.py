"""The page as it would be with a draft, for whoever has the link: signed, of one version, and for a while."""

from contextlib import contextmanager

from django.apps import apps
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.models import Editorial, OccupationText, Status

from . import collisions, drafts

SALT = "careers.desk.preview"
LASTS = 3 * 24 * 3600  # seconds


class Gone(Exception):
    """The link shows nothing any more; says why."""


def page_of(row: Editorial) -> str:
    """The path of the page that shows it."""
    if isinstance(row, OccupationText):
        return row.occupation.get_absolute_url()
    return row.get_absolute_url()


def address(row: Editorial) -> str:
    """The link to what the row in memory holds, its draft put in; opens without signing in."""
    seen = [row._meta.label_lower, row.pk, collisions.seal(drafts.values(row))]
    return reverse("preview", args=[signing.dumps(seen, salt=SALT)])


@contextmanager
def shown(token: str):
    """Within it, this connection reads the drafted version as published; afterwards nothing has changed.

    Gives the row. Raises `Gone`; nothing is written for good, even where the page fails.
    """
    row = _drafted(token)
    with transaction.atomic():
        try:
            row.status, row.publish_at, row.unpublish_at = Status.PUBLISHED, None, None
            fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
            del fields[row._meta.pk.attname]
            # By a query: the index and the history follow what is saved, and this is not.
            type(row)._base_manager.filter(pk=row.pk).update(**fields)
            yield row
        finally:
            transaction.set_rollback(True)


def _drafted(token: str) -> Editorial:
    try:
        label, pk, seal = signing.loads(token, salt=SALT, max_age=LASTS)
        row = apps.get_model(label)._base_manager.filter(pk=pk).first()
    except signing.SignatureExpired:
        raise Gone(_("This link has expired. Ask the editor for a new one.")) from None
    except (signing.BadSignature, LookupError, ValueError):
        raise Gone(_("This link is not whole. Copy all of it.")) from None
    if row is None:
        raise Gone(_("What this link showed has been deleted."))
    if row.status == Status.PUBLISHED and (draft := drafts.of(row)):
        drafts.put(row, draft.content)
    if collisions.seal(drafts.values(row)) != seal:
        raise Gone(_("The draft was changed since, published or dropped. Ask the editor for a new link."))
    return row
