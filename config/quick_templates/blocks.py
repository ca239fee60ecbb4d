"""What holds most of a page appends to the texts of the page, with no text of its own in between."""

from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockNode

from careers.templatetags.contents import OnThisPage, contents


def run_block(node: BlockNode, context, append) -> None:
    """As `BlockNode.render`, but for the text that it makes of a block, which what holds it copies again."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    if blocks is None or not context.autoescape:
        append(node.render(context))
        return
    found = blocks.pop(node.name)
    shown = BlockNode(node.name, (found or node).nodelist)
    shown.context = context
    dicts = context.dicts
    dicts.append({"block": shown})
    try:
        if hasattr(shown.nodelist, "run"):
            shown.nodelist.run(context, dicts, append)
        else:
            append(shown.nodelist.render(context))
    finally:
        dicts.pop()
    if found is not None:
        blocks.push(node.name, found)


def run_on_this_page(node: OnThisPage, context, append) -> None:
    if not context.autoescape:
        append(node.render(context))
        return
    rest: list[str] = []
    node.nodelist.run(context, context.dicts, rest.append)
    content = "".join(rest)
    append(contents(content))
    append(content)
