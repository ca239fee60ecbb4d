"""The index follows what is edited: whatever is saved or deleted is found, or no longer found, at once.

Loads and imports write past these signals, and rebuild the whole index at their end.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save, pre_save

from careers.models import (
    AlternateTitle,
    Area,
    Company,
    CompanyName,
    FieldOfStudy,
    Industry,
    Major,
    MajorRoute,
    Occupation,
    OccupationText,
    Posting,
    PostingPlace,
    SearchTerm,
    Synonym,
    TaskStatement,
)

from . import index

Kind = SearchTerm.Kind
# By model: the kind of what its rows are found by, the field that says which one that is, and those fields
# that make a difference.
FOLLOWED = {
    Occupation: (Kind.OCCUPATION, "pk", ("title", "plural_title", "slug", "level", "soc_code")),
    AlternateTitle: (
        Kind.OCCUPATION,
        "occupation_id",
        ("occupation_id", "title", "short_title", "kind", "is_current"),
    ),
    OccupationText: (Kind.OCCUPATION, "occupation_id", ("occupation_id", "summary", "status")),
    TaskStatement: (Kind.OCCUPATION, "occupation_id", ("occupation_id", "text", "is_current")),
    MajorRoute: (Kind.OCCUPATION, "occupation_id", ("occupation_id", "major_id", "is_current")),
    Area: (Kind.PLACE, "pk", ("name", "slug")),
    Industry: (Kind.INDUSTRY, "pk", ("title", "slug")),
    FieldOfStudy: (Kind.MAJOR, "pk", ("title",)),
    Major: (Kind.MAJOR, "field_id", ("title", "field_id", "code")),
    Company: (Kind.COMPANY, "pk", ("name", "slug", "status")),
    CompanyName: (Kind.COMPANY, "company_id", ("company_id", "name")),
    Posting: (
        Kind.POSTING,
        "pk",
        ("title", "company_name", "posted_on", "valid_through", "closed_on", "status"),
    ),
    PostingPlace: (Kind.POSTING, "posting_id", ("posting_id", "city", "state", "country")),
    Synonym: (None, "pk", ("term", "meaning", "is_in_use")),
}


def follow() -> None:
    for model in FOLLOWED:
        pre_save.connect(_remember, sender=model, dispatch_uid="search")
        post_save.connect(_saved, sender=model, dispatch_uid="search")
        post_delete.connect(_deleted, sender=model, dispatch_uid="search")


def refresh(rows: QuerySet) -> None:
    """For what a query changed in many rows at once; of models that nothing is found by, nothing."""
    if rows.model not in FOLLOWED:
        return
    kind, field, _ = FOLLOWED[rows.model]
    _refresh({(kind, key) for key in rows.order_by().values_list(field, flat=True)})


def _refresh(led_to: set[tuple[str, int]]) -> None:
    postings = {(kind, key) for kind, key in led_to if kind == Kind.POSTING}
    index.refresh_postings(key for _, key in postings)
    led_to = led_to - postings
    if len(led_to) > index.MANY:
        index.rebuild()
        return
    for kind, key in led_to:
        index.refresh(kind, key)


def _remember(sender, instance, raw=False, **kwargs):
    """What the row was before: a title may move to another occupation, or be saved as it was."""
    instance.search_before = None if raw or not instance.pk else sender.objects.filter(pk=instance.pk).first()


def _saved(sender, instance, raw=False, **kwargs):
    if raw:  # a fixture: its other rows may not be there yet
        return
    before = instance.__dict__.pop("search_before", None)
    *_, watched = FOLLOWED[sender]
    if before and all(getattr(before, name) == getattr(instance, name) for name in watched):
        return
    if sender is Synonym:
        index.refresh_synonym(before, instance)
        return
    _refresh(_led_to(instance) | (_led_to(before) if before else set()))


def _deleted(sender, instance, origin=None, **kwargs):
    if sender is Synonym:
        index.refresh_synonym(instance, None)
    elif isinstance(origin, QuerySet):
        # Many at once: what they led to is written anew once, when all of them are gone for good.
        waiting = vars(origin).setdefault("search_waiting", set())
        if not waiting:
            transaction.on_commit(lambda: _refresh(waiting))
        waiting |= _led_to(instance)
    else:
        _refresh(_led_to(instance))


def _led_to(instance) -> set[tuple[str, int]]:
    """What is found by the row; by a major, what it leads to as well."""
    kind, field, _ = FOLLOWED[type(instance)]
    led_to = {(kind, getattr(instance, field))}
    # That which stands for no major at all finds nothing, however many occupations have it.
    if isinstance(instance, Major) and instance.code != Major.NONE_CODE:
        routes = MajorRoute.objects.current().filter(major_id=instance.pk)
        led_to |= {(Kind.OCCUPATION, key) for key in routes.values_list("occupation_id", flat=True)}
    return led_to
