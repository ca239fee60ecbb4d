"""Two editors at once: what the first changed while the second was writing, field by field."""

import hashlib
import json
from dataclasses import dataclass

from django.core import signing
from django.db import models

from .drafts import Values

SALT = "careers.desk.collisions"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the first changed: as both found it, as the first left it, as the second wants it."""

    field: str
    label: str
    before: str
    theirs: str
    mine: str
    is_mine_too: bool  # the second changed it as well
    is_typed: bool  # not worked out by the portal


def version(content: Values) -> str:
    """What a form carries of the version it shows; nobody else can make one."""
    return signing.dumps(content, salt=SALT, compress=True)


def carried(token: str) -> Values | None:
    """None where the form carries no version that was made here."""
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None


def seal(content: Values) -> str:
    """Says that somebody looked at exactly this version."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def differences(
    model: type[models.Model], base: Values, theirs: Values, mine: Values, names
) -> list[Difference]:
    """Where the stored version is another than the one that the second editor began from."""
    found = []
    for name in names:
        if name not in base or base[name] == theirs.get(name):
            continue
        if mine.get(name) == theirs.get(name):
            continue  # both want the same
        field = model._meta.get_field(name)
        shown = (_shown(field, content.get(name)) for content in (base, theirs, mine))
        is_mine_too = mine.get(name) != base[name]
        found.append(Difference(name, str(field.verbose_name), *shown, is_mine_too, field.editable))
    return found


def _shown(field: models.Field, value) -> str:
    if value in (None, ""):
        return "nothing"
    if field.is_relation:
        row = field.related_model._base_manager.filter(**{field.target_field.name: value}).first()
        return str(row or value)
    return str(dict(field.flatchoices).get(value, value)) if field.choices else str(value)
