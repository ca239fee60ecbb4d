"""What is costly to make and the same for every reader is made ahead, by the worker, for every process.

A row holds for one state: the version of the data and of the code, and the day. A process that asks for
another state finds nothing and makes it itself, so that a page is right whether the worker is ahead, behind
or away. What is read is signed with the portal's own key: a row that somebody else wrote is never unpacked.
"""

import hashlib
import hmac
import pickle
import random
import zlib
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO

from django.conf import settings
from django.db import connections, router
from django.utils.encoding import force_bytes
from django.utils.functional import Promise

from careers.models import Prepared

AT_ONCE = 25  # made and written together: the worker looks for other work in between
PACKED = 1  # of 9: reading is what counts
SIGNATURE = hashlib.sha256
TABLE = Prepared._meta.db_table


@dataclass(frozen=True, slots=True)
class Preparation:
    """`make` gives one result for each of the items it is given."""

    items: Callable[[], Sequence]
    make: Callable[[Sequence], list]


PREPARATIONS: dict[str, Preparation] = {}
# By the name of a preparation: what draws the things that are made, so that they are kept with drawings.
DRAWINGS: dict[str, list[Callable[[Sequence], None]]] = {}


def key_of(item) -> str:
    return str(getattr(item, "pk", item))


def fetch(name: str, state: Hashable, items: Sequence) -> dict:
    """What is prepared of these, by item; one query."""
    by_key = {key_of(item): item for item in items}
    told = _digest(state)
    marks = ", ".join(["%s"] * len(by_key))
    with connections[router.db_for_read(Prepared)].cursor() as cursor:
        cursor.execute(
            f"SELECT key, value FROM {TABLE} WHERE name = %s AND state = %s AND key IN ({marks})",  # noqa: S608 - marks
            [name, told, *by_key],
        )
        rows = cursor.fetchall()
    return {
        by_key[key]: value
        for key, packed in rows
        if (value := _unpacked(name, key, told, packed)) is not None
    }


def prepare(state: Hashable, is_now: Callable[[], bool]) -> Iterator[int]:
    """Make what is missing of a state, some at a time; how many each time. Ends when the state has passed.

    In no order, so that several workers seldom make the same.
    """
    import_module(settings.ROOT_URLCONF)  # whoever makes pages has told by then what is to be prepared
    told = _digest(state)
    for name, preparation in PREPARATIONS.items():
        done = set(Prepared.objects.filter(name=name, state=told).values_list("key", flat=True))
        left = [item for item in preparation.items() if key_of(item) not in done]
        random.shuffle(left)
        for start in range(0, len(left), AT_ONCE):
            some = left[start : start + AT_ONCE]
            made = preparation.make(some)
            for draw in DRAWINGS.get(name, ()):
                draw(made)
            if not is_now():  # what was made may be of either state
                return
            _keep(name, told, {key_of(item): value for item, value in zip(some, made, strict=True)})
            yield len(some)
    Prepared.objects.exclude(state=told).delete()


class Later(Mapping):
    """A mapping of which most readers need little: each value is read when it is asked for, and not kept."""

    def __init__(self, values: Mapping):
        self._values = {key: (value, None) for key, value in values.items()}

    def __getitem__(self, key):
        value, packed = self._values[key]
        return value if packed is None else pickle.loads(packed)  # noqa: S301 - part of what was signed

    def __iter__(self):
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __getstate__(self) -> dict:
        return {key: _pickled(self[key]) for key in self}

    def __setstate__(self, packed: dict) -> None:
        self._values = {key: (None, value) for key, value in packed.items()}


def _keep(name: str, told: str, values: dict[str, object]) -> None:
    Prepared.objects.bulk_create(
        [
            Prepared(name=name, key=key, state=told, value=_packed(name, key, told, value))
            for key, value in values.items()
        ],
        update_conflicts=True,
        unique_fields=["name", "key"],
        update_fields=["state", "value"],
    )


class _Pickler(pickle.Pickler):
    """Words that are translated when shown are written as they are shown now: a state has one language.

    Read back as they were, each would make a class of its own.
    """

    def reducer_override(self, value):
        return (str, (str(value),)) if isinstance(value, Promise) else NotImplemented


def _pickled(value: object) -> bytes:
    with BytesIO() as written:
        _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(value)
        return written.getvalue()


def _digest(state: Hashable) -> str:
    return hashlib.blake2b(repr(state).encode(), digest_size=16).hexdigest()


def _packed(name: str, key: str, told: str, value: object) -> bytes:
    packed = zlib.compress(_pickled(value), PACKED)
    return _signature(name, key, told, packed) + packed


def _unpacked(name: str, key: str, told: str, value: bytes) -> object | None:
    """None where the portal did not write it."""
    size = SIGNATURE().digest_size
    signature, packed = bytes(value[:size]), bytes(value[size:])
    if not hmac.compare_digest(signature, _signature(name, key, told, packed)):
        return None
    return pickle.loads(zlib.decompress(packed))  # noqa: S301 - the portal's own, as the signature says


def _signature(name: str, key: str, told: str, packed: bytes) -> bytes:
    """Of the value and of its place, so that it cannot stand for another."""
    signed = b"\0".join([b"careers.prepared", name.encode(), key.encode(), told.encode(), packed])
    return hmac.digest(force_bytes(settings.SECRET_KEY), signed, SIGNATURE)
