"""Lists of nodes that are run as a function."""

from collections.abc import Callable

from django.template.base import NodeList
from django.template.context import BaseContext
from django.template.defaulttags import CycleNode, ForNode, IfChangedNode, IfNode, ResetCycleNode, WithNode
from django.template.library import SimpleBlockNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode, construct_relative_path
from django.templatetags.l10n import LocalizeNode
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.timezone import template_localtime

from . import values
from .blocks import run_block, run_on_this_page
from .tags import Writer

TOOLS = {name: tool for name, tool in vars(values).items() if not name.startswith("_")} | {
    "BUILTINS": BaseContext().dicts[0],
    "SafeString": SafeString,
    "conditional_escape": conditional_escape,
    "run_block": run_block,
    "run_on_this_page": run_on_this_page,
    "template_localtime": template_localtime,
}
# Their templates keep what they remember in a state of their own.
REMEMBERING = (BlockNode, CycleNode, ExtendsNode, IfChangedNode, ResetCycleNode)
# Written together with what they hold.
OPEN = (ForNode, IfNode, LocalizeNode, WithNode)


class QuickNodes(NodeList):
    """With the function written from them, once they are first rendered."""

    function: Callable | None = None
    by_type: dict | None = None

    def get_nodes_by_type(self, nodetype):
        """Looked for once: each page asks its base for its blocks."""
        if self.by_type is None:
            self.by_type = {}
        if (found := self.by_type.get(nodetype)) is None:
            found = self.by_type[nodetype] = super().get_nodes_by_type(nodetype)
        return list(found)

    def render(self, context):
        if not context.autoescape:
            return super().render(context)
        written: list[str] = []
        self.run(context, context.dicts, written.append)
        # A template that extends another is no more than what that one renders.
        if len(written) == 1 and written[0].__class__ is SafeString:
            return written[0]
        return SafeString("".join(written))

    def run(self, context, dicts, append) -> None:
        if self.function is None:
            self.function = self._written()
        self.function(context, dicts, append)

    def _written(self) -> Callable:
        writer = Writer(Included)
        code = compile(writer.source(self), self._name(), "exec")
        tools = TOOLS | writer.constants
        exec(code, tools)  # noqa: S102 - written from a template of this project, whose texts are literals in it
        return tools["render"]

    def _name(self) -> str:
        """Where it is from, for who reads a profile or a traceback."""
        origin = next((node.origin for node in self if getattr(node, "origin", None)), None)
        return f"<template {getattr(origin, 'template_name', None) or ''}>"


def quicken(nodes: NodeList) -> QuickNodes:
    quick = QuickNodes(nodes)
    quick.contains_nontext = nodes.contains_nontext
    _quicken_within(quick)
    return quick


def _quicken_within(nodes) -> None:
    for node in nodes:
        if isinstance(node, IfNode):
            for _, inner in node.conditions_nodelists:
                _quicken_within(inner)
            continue
        # Django lets what a block of a simple tag holds out of these.
        names = ("nodelist",) if isinstance(node, SimpleBlockNode) else node.child_nodelists
        for name in names:
            inner = getattr(node, name, None)
            if type(node) in OPEN and inner:
                _quicken_within(inner)
            elif isinstance(inner, NodeList) and not isinstance(inner, QuickNodes):
                setattr(node, name, quicken(inner))


class Included:
    """The templates of an `include`, each looked up when it is first needed."""

    def __init__(self, node: IncludeNode):
        self.node = node
        self.found: dict[str, Callable | None] = {}

    def function(self, context, name: str) -> Callable | None:
        """None where Django has to render it: also where `name` is no name, but a template or several."""
        if name.__class__ is not str and name.__class__ is not SafeString:
            return None
        if name not in self.found:
            whole = construct_relative_path(self.node.origin.template_name, name)
            nodes = context.template.engine.select_template((whole,)).nodelist
            can_run = isinstance(nodes, QuickNodes) and not any(map(nodes.get_nodes_by_type, REMEMBERING))
            self.found[name] = nodes.run if can_run else None
        return self.found[name]
