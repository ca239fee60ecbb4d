"""Blocks, and tags that say one thing, written as statements of Python."""

from django.template.base import Node
from django.template.defaulttags import URLNode
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.safestring import SafeString

from careers.templatetags.contents import OnThisPage

from . import writing
from .expressions import Unwritten
from .telling import is_one_message, is_plain


class Writer(writing.Writer):
    def named_or_appended(self, expression: str, name: str | None, node: Node, escaped: bool = True) -> None:
        if name:
            written = f"dicts[-1][{name!r}] = {expression}"
        else:
            written = f"append(conditional_escape({expression}))" if escaped else f"append({expression})"
        self.either(written, self.rendered(node))

    def url_node(self, node: URLNode) -> None:
        arguments = "".join(f"{self.value(each)}, " for each in node.args)
        name = self.value(node.view_name)
        expression = f"address(context, {name}, ({arguments}), {self.given(node.kwargs)})"
        self.named_or_appended(expression, node.asvar, node)

    def simple_node(self, node: SimpleNode) -> None:
        given = ["context"] if node.takes_context else []
        self.open += bool(node.takes_context)
        given += [self.value(each) for each in node.args]
        given += [f"{name}={self.value(each)}" for name, each in node.kwargs.items()]
        self.named_or_appended(f"{self.constant(node.func)}({', '.join(given)})", node.target_var, node)

    def translate_node(self, node: TranslateNode) -> None:
        if not is_plain(node):
            raise Unwritten
        message = self.said(SafeString(str(node.filter_expression.var.literal).replace("%", "%%")))
        translated = f"SafeString({message}.replace('%%', '%'))"
        self.named_or_appended(translated, node.asvar, node, escaped=False)

    def block_translate_node(self, node: BlockTranslateNode) -> None:
        if not is_one_message(node):
            raise Unwritten
        message, names = node.render_token_list(node.singular)
        values = {name: self.value(value) for name, value in node.extra_context.items()}
        data = ", ".join(
            f"{name!r}: written({values.get(name, f'raw(dicts, {name!r})')}, context)" for name in names
        )
        written = f"append({self.said(message)} % {{{data}}})"
        self.either(written, self.rendered(node))

    def block_node(self, node: BlockNode) -> None:
        self.open += 1
        self.line(f"run_block({self.constant(node)}, context, append)")

    def on_this_page_node(self, node: OnThisPage) -> None:
        self.open += 1
        self.line(f"run_on_this_page({self.constant(node)}, context, append)")

    ways = writing.WAYS | {
        URLNode: url_node,
        SimpleNode: simple_node,
        TranslateNode: translate_node,
        BlockTranslateNode: block_translate_node,
        BlockNode: block_node,
        OnThisPage: on_this_page_node,
    }
