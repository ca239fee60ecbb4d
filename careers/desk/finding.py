"""One box over everything that can be opened at the desk."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.catalogue import FIGURES
from careers.models import Area, Company, Occupation, Page, Posting, SearchTerm, Source
from careers.search.find import suggest
from careers.selectors.coverage import MEASURES

from .checks.base import editorial_models
from .start import Item, Part, may, page

FOUND = 6
MAX_WORDS = 100  # letters
FIELDS = {
    Company: ("name",),
    Posting: ("title", "company_name"),
    Page: ("title",),
    Area: ("name",),
    Source: ("name", "short_name"),
}


def found(user, query: str) -> list[Part]:
    """What the words name, by kind, with the way to its page of the admin; a query a kind, and a few."""
    words = query.replace("\0", "")[:MAX_WORDS].split()
    if not words:
        return []
    made = [Part(_("Figures"), (*_figures(words),), "")]
    if may(user, "view", Occupation):
        hits = suggest(" ".join(words), FOUND, kind=SearchTerm.Kind.OCCUPATION)
        items = (Item(hit.title, page(Occupation, "change", hit.occupation_id), hit.matched) for hit in hits)
        made.insert(0, Part(_("Occupations"), tuple(items), ""))
    for model in dict.fromkeys((*FIELDS, *editorial_models())):
        fields = FIELDS.get(model) or (("title",) if _has_title(model) else ())
        if fields and may(user, "view", model):
            made.append(_rows(model, fields, words))
    return [part for part in made if part.items]


def _has_title(model) -> bool:
    return any(field.name == "title" for field in model._meta.fields)


def _rows(model, fields: tuple[str, ...], words: list[str]) -> Part:
    condition = Q()
    for word in words:
        any_field = Q()
        for field in fields:
            any_field |= Q(**{f"{field}__icontains": word})
        condition &= any_field
    rows = model._default_manager.filter(condition).order_by("-pk").only(*fields)[:FOUND]
    items = tuple(
        Item(str(getattr(row, fields[0])), page(model, "change", row.pk), _note(row, fields)) for row in rows
    )
    return Part(str(model._meta.verbose_name_plural).capitalize(), items, "")


def _note(row, fields: tuple[str, ...]) -> str:
    return " ".join(str(getattr(row, field)) for field in fields[1:])


def _figures(words: list[str]) -> Iterator[Item]:
    """To the rows that hold the figure, where it is counted; else to what it means."""
    models = {measure.key: measure.model for measure in MEASURES}
    wanted = [word.lower() for word in words]
    hits = [
        (key, each)
        for key, each in FIGURES.items()
        if all(word in f"{key} {each.label}".lower() for word in wanted)
    ]
    for key, each in hits[:FOUND]:
        url = page(models[key]) if key in models else f"{reverse('careers:figures')}#{key}"
        yield Item(each.label, url, key)
