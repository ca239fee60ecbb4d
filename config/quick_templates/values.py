"""What the functions written from templates look values up with. What raises is left to Django's own ways."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import escape

from django.conf import settings
from django.template.base import VariableDoesNotExist, render_value_in_context
from django.template.context import Context
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import translation
from django.utils.safestring import SafeData, SafeString, mark_safe

# Of a value that the context does not have.
MISSING = type("Missing", (), {"__bool__": lambda self: False})()
# Never called.
PLAIN = frozenset(
    {SafeString, bool, date, Decimal, dict, float, int, list, str, tuple, type(None), type(MISSING)}
)
# Asked for each number of a page, and the same while a process runs.
SEPARATES_THOUSANDS = settings.USE_THOUSAND_SEPARATOR
# Names that Django finds on the context itself where no dictionary has them.
OF_CONTEXT = frozenset({*dir(Context()), "request", "render_context", "template"})


class OutOfTheOrdinary(Exception):
    pass


def find(dicts: list[dict], name: str, missing=MISSING):
    """`missing` where no dictionary has it."""
    for each in reversed(dicts):
        if name in each:
            value = each[name]
            return value if value.__class__ in PLAIN or not callable(value) else called(value)
    return missing


def of_context(value):
    """The value of a name that the context itself has too, which counts where no dictionary has it."""
    if value is MISSING:
        raise OutOfTheOrdinary
    return value


def _in_brackets(current, name: str):
    try:
        return current[name]
    except (TypeError, AttributeError, KeyError, ValueError, IndexError):
        return getattr(current, name)


# By kind, whether its values have nothing that is found by a name in brackets.
_named_by_dot: dict[type, bool] = {}


def attribute(current, name: str, missing=MISSING, told: set[type] | None = None):
    """`current.name` of a template, where name is no number; `missing` where there is none.

    A kind of which each has the name, and has it by dot, is put to those `told`: with these the function that
    is written takes it itself.
    """
    kind = type(current)
    if current is None or current is MISSING:
        return missing
    if kind is dict and name in current:
        value = current[name]
    else:
        by_dot = _named_by_dot.get(kind)
        if by_dot is None:
            way = getattr(kind, "__getitem__", None)
            by_dot = _named_by_dot[kind] = way in (None, tuple.__getitem__, list.__getitem__, str.__getitem__)
        try:
            value = getattr(current, name) if by_dot else _in_brackets(current, name)
        except AttributeError:
            if _is_there(current, name):  # what it does has failed
                raise
            return missing
        if by_dot and told is not None and hasattr(kind, name):
            told.add(kind)
    return value if value.__class__ in PLAIN or not callable(value) else called(value)


def ready(value):
    """What a template shows of a value that has been found."""
    return called(value) if callable(value) else value


def _is_there(current, name: str) -> bool:
    """`name in dir(current)`, which need not list hundreds of names where a thing tells none of its own."""
    kind = type(current)
    if kind.__dir__ is not object.__dir__ or current.__class__ is not kind:
        return name in dir(current)
    return name in getattr(current, "__dict__", ()) or _is_of_kind(kind, name)


@lru_cache(maxsize=4096)
def _is_of_kind(kind: type, name: str) -> bool:
    return any(name in vars(each) for each in kind.__mro__)


def item(current, index: int):
    """`current.index` of a template."""
    if current.__class__ is not tuple and current.__class__ is not list:
        raise OutOfTheOrdinary
    value = current[index]
    return value if value.__class__ in PLAIN or not callable(value) else called(value)


def called(value):
    """Of what can be called."""
    if getattr(value, "do_not_call_in_templates", False):
        return value
    if getattr(value, "alters_data", False):
        raise OutOfTheOrdinary
    return value()


def raw(dicts: list[dict], name: str, missing=""):
    """As `find`, but not called."""
    for each in reversed(dicts):
        if name in each:
            return each[name]
    return missing


def looked_for():
    """Stands for a name that the context does not have when a template begins; called by nobody."""


def needed(value):
    """For the arguments of filters, of which none may be missing."""
    if value is MISSING:
        raise OutOfTheOrdinary
    return value


def safely(function, value, *arguments, **named):
    """Of a filter that leaves safe text safe."""
    filtered = function(value, *arguments, **named)
    return mark_safe(filtered) if isinstance(value, SafeData) else filtered  # noqa: S308 - as Django does


def written(value, context) -> str:
    kind = value.__class__
    if kind is SafeString:
        return value
    if kind is str:
        # Most texts hold none of these, and to look takes less than to replace them.
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    if kind is int and not SEPARATES_THOUSANDS:
        return str(value)
    if kind is float and context.use_l10n is False:
        return str(value)
    return render_value_in_context(value, context)


def held(condition, context) -> bool:
    try:
        return condition.eval(context)
    except VariableDoesNotExist:
        return False


def resolved(named: dict, context) -> dict:
    return {name: value.resolve(context) for name, value in named.items()}


def unpacked(names: tuple, item) -> dict:
    """The values of `for a, b in …`; of each as many as there are names."""
    try:
        count = len(item)
    except TypeError:
        count = 1
    if count != len(names):
        raise ValueError(f"Need {len(names)} values to unpack in for loop; got {count}. ")
    return dict(zip(names, item, strict=False))


class Loop(dict):
    """The `forloop` of a template, which works out what is asked; tags remember things in it."""

    __slots__ = ("count", "number")

    def __missing__(self, key):
        said = {
            "counter0": self.number,
            "counter": self.number + 1,
            "revcounter": self.count - self.number,
            "revcounter0": self.count - self.number - 1,
            "first": self.number == 0,
            "last": self.number == self.count - 1,
        }
        return said[key]


class _Said(dict):
    """Messages in the language of the page, each looked up once."""

    def __missing__(self, message: str) -> str:
        self[message] = said = translation.gettext(message)
        return said


def translations(context) -> _Said:
    """What a page has said so far, in the language that is active."""
    of_page = context.render_context.dicts[0].setdefault(_Said, {})
    language = translation.get_language()
    if language not in of_page:
        of_page[language] = _Said()
    return of_page[language]


_addresses: dict[tuple, str] = {}
MOST_ADDRESSES = 20_000


def address(context, name: str, arguments: tuple, named: dict) -> str:
    """`reverse`, which gives the same for the same."""
    request = getattr(context, "request", None)
    current = getattr(request, "current_app", MISSING)
    if current is MISSING:
        current = getattr(getattr(request, "resolver_match", None), "namespace", None)
    if any(value.__class__ not in (str, int, SafeString) for value in (*arguments, *named.values())):
        raise OutOfTheOrdinary
    key = (name, arguments, *named.items(), current, get_urlconf(), get_script_prefix())
    if (found := _addresses.get(key)) is None:
        found = reverse(name, args=arguments, kwargs=named, current_app=current)
        if len(_addresses) >= MOST_ADDRESSES:
            _addresses.clear()
        _addresses[key] = found
    return found
