"""Nodes of templates written as statements of Python; `tags.py` has those of single tags.

A statement that fails is given up, and its node renders itself in its place. So nothing is appended before
all that may fail is done; and what a statement names (`with`, `for`, `as`) stands in the context too, where
that node and those that are not written here look for it. A name that no node of a template gives another
value is looked up once: nothing else may do so, least of all a template that this one includes.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager

from django.conf import settings
from django.template.base import Node, TextNode, VariableNode
from django.template.defaulttags import CommentNode, ForNode, IfNode, LoadNode, WithNode
from django.template.loader_tags import IncludeNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.l10n import LocalizeNode

from careers.templatetags.drawn import DrawnEach, DrawnOnce

from .expressions import Expressions, Unwritten
from .telling import is_one_message, is_plain, names_within

DEEPEST = 60  # levels of indentation; Python takes a hundred


class Writer(Expressions):
    ways: dict[type[Node], Callable]  # what writes a kind of node

    def __init__(self, included: Callable[[IncludeNode], object]):
        super().__init__()
        self.included = included
        self.lines: list[str] = []
        self.depth = 1
        self.speaks = False
        self.names = 0

    def source(self, nodes: Iterable[Node]) -> str:
        self.renamed = set(names_within(nodes))
        self.nodes(nodes)
        if often := [name for name, times in self.far.items() if times > 1]:
            self.lines.clear()
            self.constants.clear()
            self.nodes_with({name: f"raw(dicts, {name!r}, looked_for)" for name in often}, nodes)
        speaks = ["    say = translations(context)"] if self.speaks else []
        return "\n".join(["def render(context, dicts, append):", *speaks, *self.lines, "    return"])

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def within(self, line: str):
        self.line(line)
        self.depth += 1
        start = len(self.lines)
        yield
        if len(self.lines) == start:
            self.line("pass")
        self.depth -= 1

    def name(self) -> str:
        self.names += 1
        return f"v{self.names}"

    def nodes(self, nodes: Iterable[Node]) -> None:
        text = ""
        for node in nodes:
            if (said := self.text(node)) is not None:
                text += said
                continue
            if text:
                self.line(f"append({text!r})")
                text = ""
            self.node(node)
        if text:
            self.line(f"append({text!r})")

    def nodes_with(self, named: dict[str, str], nodes: Iterable[Node]) -> None:
        """Nodes that find these names, each with its expression, before all others.

        Those that are used are worked out once.
        """
        outside, start = self.near, len(self.lines)
        own = {name: self.name() for name in named}
        self.near = {**outside, **own}
        for name in self.renamed & self.near.keys():
            del self.near[name]
        self.nodes(nodes)
        self.near = outside
        body = self.lines[start:]
        del self.lines[start:]
        for name, near in own.items():
            if near in self.used:
                self.line(f"{near} = {named[name]}")
                # By its type, which does not have a lazy thing made.
                self.line(f"{near}_is_plain = type({near}) in PLAIN or not callable({near})")
        self.lines += body

    def text(self, node: Node) -> str | None:
        """What it says whenever it is asked; a message does where pages speak no other language."""
        if isinstance(node, TextNode):
            return node.s
        if isinstance(node, (CommentNode, LoadNode)):
            return ""
        if settings.USE_I18N:
            return None
        if type(node) is TranslateNode and is_plain(node) and not node.asvar:
            return str(node.filter_expression.var.literal)
        if type(node) is BlockTranslateNode and is_one_message(node):
            message, names = node.render_token_list(node.singular)
            return None if names else message % {}
        return None

    def said(self, message: str) -> str:
        """The expression of a message in the language of the page."""
        if not settings.USE_I18N:
            return self.constant(message)
        self.speaks = True
        return f"say[{self.constant(message)}]"

    def node(self, node: Node) -> None:
        write = self.ways.get(type(node))
        start, depth = len(self.lines), self.depth
        if write and self.depth < DEEPEST:
            try:
                write(self, node)
            except Unwritten:
                del self.lines[start:]
                self.depth = depth
            else:
                return
        self.open += 1
        self.line(self.rendered(node))

    def rendered(self, node: Node) -> str:
        return f"append({self.constant(node)}.render(context))"

    def either(self, tried: str, otherwise: str) -> None:
        with self.within("try:"):
            self.line(tried)
        with self.within("except Exception:"):
            self.line(otherwise)

    def value_node(self, node: VariableNode) -> None:
        value = self.name()
        expression = self.value(node.filter_expression)
        self.either(f"{value} = {expression}", f"{value} = SafeString({self.constant(node)}.render(context))")
        self.line(f"append({value} if {value}.__class__ is SafeString else written({value}, context))")

    def if_node(self, node: IfNode) -> None:
        depth = self.depth
        for condition, nodes in node.conditions_nodelists:
            if condition is not None:
                holds = self.name()
                expression = self.condition(condition)
                self.either(f"{holds} = {expression}", f"{holds} = held({self.constant(condition)}, context)")
                with self.within(f"if {holds}:"):
                    self.nodes(nodes)
                self.line("else:")
                self.depth += 1
            else:
                self.nodes(nodes)
        self.line("pass")
        self.depth = depth

    def for_node(self, node: ForNode) -> None:
        items, count, loop, scope, number, each = (self.name() for _ in range(6))
        sequence = self.value(node.sequence, missing="None")
        resolved = f"{self.constant(node.sequence)}.resolve(context, ignore_failures=True)"
        self.either(f"{items} = {sequence}", f"{items} = {resolved}")
        self.line(f"{items} = () if {items} is None else {items}")
        self.line(f"{items} = {items} if hasattr({items}, '__len__') else list({items})")
        self.line(f"{count} = len({items})")
        self.line(f"{scope} = {{}}")
        self.line(f"dicts.append({scope})")
        with self.within(f"if {count} < 1:"):
            self.nodes(node.nodelist_empty)
        begins, was_open = len(self.lines), self.open
        self.line(f"{loop} = Loop(parentloop=find(dicts, 'forloop', {{}}))")
        self.line(f"{loop}.count = {count}")
        self.line(f"if {count}: {scope}['forloop'] = {loop}")
        turned = f"reversed({items})" if node.is_reversed else items
        with self.within(f"for {number}, {each} in enumerate({turned}) if {count} else ():"):
            self.line(f"{loop}.number = {number}")
            if len(node.loopvars) == 1:
                self.line(f"{scope}[{node.loopvars[0]!r}] = {each}")
                self.nodes_with({"forloop": loop, node.loopvars[0]: each}, node.nodelist_loop)
            else:
                names = node.loopvars
                own = ", ".join(f"{name!r}: {each}[{place}]" for place, name in enumerate(names))
                is_usual = f"{each}.__class__ is tuple and len({each}) == {len(names)}"
                unpacked, turn = f"unpacked({tuple(names)!r}, {each})", self.name()
                self.line(f"{turn} = {{{own}}} if {is_usual} else {unpacked}")
                self.line(f"dicts.append({turn})")
                own = {name: f"{turn}[{name!r}]" for name in names}
                self.nodes_with({"forloop": loop, **own}, node.nodelist_loop)
                self.line("dicts.pop()")
        self.line("dicts.pop()")
        told = f" = {loop}"
        is_asked = self.open > was_open or "forloop" in self.renamed
        if is_asked or any(line.endswith(told) for line in self.lines[begins + 3 :]):
            self.open += 1  # asks for the loop around it as well
        else:
            own = (f"{loop}.", f"{loop} = ")
            self.lines[begins:] = [
                line
                for line in self.lines[begins:]
                if not (line.endswith(told) or line.lstrip().startswith(own))
            ]

    def localize_node(self, node: LocalizeNode) -> None:
        before = self.name()
        self.line(f"{before} = context.use_l10n")
        self.line(f"context.use_l10n = {node.use_l10n!r}")
        with self.within("try:"):
            self.nodes(node.nodelist)
        with self.within("finally:"):
            self.line(f"context.use_l10n = {before}")

    def given(self, named: dict) -> str:
        """A dictionary of what a tag names."""
        return "{" + ", ".join(f"{name!r}: {self.value(value)}" for name, value in named.items()) + "}"

    def scope_of(self, named: dict) -> str:
        """The variable of such a dictionary, however its values are found."""
        scope = self.name()
        expression = self.given(named)
        self.either(f"{scope} = {expression}", f"{scope} = resolved({self.constant(named)}, context)")
        return scope

    def with_node(self, node: WithNode) -> None:
        scope = self.scope_of(node.extra_context)
        self.line(f"dicts.append({scope})")
        self.nodes_with({name: f"{scope}[{name!r}]" for name in node.extra_context}, node.nodelist)
        self.line("dicts.pop()")

    def include_node(self, node: IncludeNode) -> None:
        run = self.name()
        template = self.value(node.template)
        included = self.constant(self.included(node))
        self.either(f"{run} = {included}.function(context, {template})", f"{run} = None")
        with self.within(f"if {run} is None:"):
            self.line(self.rendered(node))
        with self.within("else:"):
            scope = self.scope_of(node.extra_context)
            if node.isolated_context:
                with self.within("try:"):
                    self.line(f"context.dicts = [dict(BUILTINS), {scope}]")
                    self.line(f"{run}(context, context.dicts, append)")
                with self.within("finally:"):
                    self.line("context.dicts = dicts")
            else:
                self.open += 1
                self.line(f"dicts.append({scope})")
                self.line(f"{run}(context, dicts, append)")
                self.line("dicts.pop()")

    def drawn_node(self, node: DrawnOnce) -> None:
        scope = self.scope_of(node.named)
        self.line(f"{self.constant(node)}.draw(context, {scope}, append)")


WAYS: dict[type[Node], Callable] = {
    VariableNode: Writer.value_node,
    IfNode: Writer.if_node,
    ForNode: Writer.for_node,
    WithNode: Writer.with_node,
    LocalizeNode: Writer.localize_node,
    IncludeNode: Writer.include_node,
    DrawnOnce: Writer.drawn_node,
    DrawnEach: Writer.drawn_node,
}
