"""What nodes of a template tell of themselves."""

from collections.abc import Iterable, Iterator

from django.template.base import Node, NodeList, TextNode, VariableNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode


def names_within(nodes: Iterable[Node]) -> Iterator[str]:
    """Every name that a node could write into the context of others: whatever texts it holds."""
    for node in nodes:
        if isinstance(node, (TextNode, VariableNode)):
            continue
        for value in vars(node).values():
            if isinstance(value, str):
                yield value
            elif isinstance(value, NodeList):
                yield from names_within(value)
        for _, inner in getattr(node, "conditions_nodelists", ()):
            yield from names_within(inner)


def is_plain(node: TranslateNode) -> bool:
    """Whether it has a text of its own, as it stands."""
    expression = node.filter_expression
    return not (node.noop or node.message_context or expression.filters or expression.var.lookups is not None)


def is_one_message(node: BlockTranslateNode) -> bool:
    return not (node.message_context or node.plural or node.asvar)
