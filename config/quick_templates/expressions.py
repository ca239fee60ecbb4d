"""Values and conditions of templates as expressions of Python."""

from collections import Counter
from keyword import iskeyword

from django.conf import settings
from django.template.base import FilterExpression, Variable
from django.template.smartif import Literal
from django.utils.functional import Promise
from django.utils.safestring import mark_safe

from .values import OF_CONTEXT

OPERATORS = {"or", "and", "in", "not in", "is", "is not", "==", "!=", ">", ">=", "<", "<="}

# Found in every context under its own name; nobody gives them another.
LITERALS = {"None", "True", "False"}
# What a `forloop` tells, by the variable that it is in.
OF_LOOP = {
    "counter0": "{}.number",
    "counter": "({}.number + 1)",
    "first": "({}.number == 0)",
    "last": "({0}.number == {0}.count - 1)",
}
# By name, the kinds of things that each have it by dot.
_told: dict[str, set[type]] = {}


class Unwritten(Exception):
    """A node that Django has to render."""


class Expressions:
    """What is written so far of one function; `constants` are the objects that it uses, by name.

    `near` are the names of the template that a variable of the function has at hand; `used` are those of
    the variables that anything is written with. `renamed` is what any node may give another value at any
    time; `far` says how often each other name is looked up; `open` counts what may look for anything in the
    context.
    """

    def __init__(self):
        self.constants: dict[str, object] = {}
        self.near: dict[str, str] = {}
        self.used: set[str] = set()
        self.renamed: set[str] = set()
        self.far: Counter[str] = Counter()
        self.open = 0

    def constant(self, value) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def variable(self, variable: Variable, missing: str = "MISSING") -> str:
        """An expression of its value, or that of `missing` where there is none."""
        if variable.translate and (settings.USE_I18N or variable.lookups or "%" in variable.literal):
            raise Unwritten
        if variable.message_context:
            raise Unwritten
        if variable.lookups is None:
            return self.constant(variable.literal)
        first, *others = variable.lookups
        self.open += "super" in others  # what a block stands instead of
        if first == "forloop" and first in self.near and len(others) == 1 and others[0] in OF_LOOP:
            self.used.add(self.near[first])
            return OF_LOOP[others[0]].format(self.near[first])
        instead = ["MISSING"] * len(others) + [missing]
        written = self._name(first, instead[0])
        for name, missing in zip(others, instead[1:], strict=True):
            if name.isdigit():
                written = f"item({written}, {name})"
            else:
                written = self._attribute(written, name, missing)
        return written

    def _name(self, name: str, missing: str) -> str:
        """An expression of what a name stands for, without dots."""
        if near := self.near.get(name):
            self.used.add(near)
            return f"({near} if {near}_is_plain else find(dicts, {name!r}, {missing}))"
        if name in LITERALS:
            return name
        if name in OF_CONTEXT:
            return f"of_context(find(dicts, {name!r}, MISSING))"
        if name not in self.renamed:
            self.far[name] += 1
        return f"find(dicts, {name!r}, {missing})"

    def _attribute(self, thing: str, name: str, missing: str) -> str:
        """Most things of a page are of a few kinds, with which it need not be found out how to ask them."""
        if not name.isidentifier() or iskeyword(name):
            return f"attribute({thing}, {name!r}, {missing})"
        told = self.constant(_told.setdefault(name, set()))
        value = f"said if (said := thing.{name}).__class__ in PLAIN else ready(said)"
        other = f"attribute(thing, {name!r}, {missing}, {told})"
        return f"(({value}) if (thing := {thing}).__class__ in {told} else {other})"

    def value(self, expression: FilterExpression, missing: str = "''") -> str:
        """An expression of a value with its filters; `missing` is what Django does where there is none."""
        if isinstance(expression.var, Variable):
            written = self.variable(expression.var, missing)
        else:
            written = self.constant(expression.var)
        for function, arguments in expression.filters:
            given = [self._argument(*argument) for argument in arguments]
            if getattr(function, "expects_localtime", False):
                written = f"template_localtime({written}, context.use_tz)"
            if getattr(function, "needs_autoescape", False):
                given.append("autoescape=True")
            name = self.constant(function)
            if getattr(function, "is_safe", False):
                written = f"safely({', '.join([name, written, *given])})"
            else:
                written = f"{name}({', '.join([written, *given])})"
        return written

    def _argument(self, is_looked_up: bool, argument) -> str:
        if is_looked_up:
            return f"needed({self.variable(argument)})"
        if isinstance(argument, Promise):
            raise Unwritten
        return self.constant(mark_safe(argument))  # noqa: S308 - text of a template, as Django does

    def condition(self, condition) -> str:
        if isinstance(condition, Literal):
            return self.value(condition.value, missing="None")
        if condition.id == "not":
            return f"(not {self.condition(condition.first)})"
        if condition.id not in OPERATORS:
            raise Unwritten
        return f"({self.condition(condition.first)} {condition.id} {self.condition(condition.second)})"
