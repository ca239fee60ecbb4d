"""What editors wanted to look at again by now.

A warning: that its day has come makes nothing wrong, and who publishes it anew has just looked.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from careers.models import Editorial, Status

from .base import WARNING, Finding, editorial_models, finding, today


def of(row) -> Iterator[Finding]:
    if isinstance(row, Editorial) and row.review_by and row.review_by < today():
        yield _said(row)


def everywhere() -> Iterator[Finding]:
    for model in editorial_models():
        due = model._default_manager.filter(review_by__lt=today(), status=Status.PUBLISHED)
        yield from map(_said, due.order_by("review_by", "pk"))


def _said(row) -> Finding:
    return finding(
        WARNING,
        _("“{row}” was to be reviewed by {day:%B %-d, %Y}.").format(row=row, day=row.review_by),
        row,
        "review_by",
    )
