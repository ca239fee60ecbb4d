"""Templates of Django, run as Python that is written from them.

A page with tables has thousands of nodes. Django asks each of them to render itself, tries each name in
several ways, and makes a context for each component. Here the plain nodes (texts, values, `if`, `for`,
`with`, `include`, `url`, `translate`, simple tags) become one function for a list of nodes; any other node
renders itself as ever. What is written is what Django would write: whatever is out of the ordinary, the
function leaves to the very node that it was made of.
"""

from django.template.loaders import cached

from .nodes import QuickNodes, quicken


class Loader(cached.Loader):
    """Django's, whose templates are quick; plain ones where a page of errors shall name their lines."""

    def get_template(self, template_name, skip=None):
        template = super().get_template(template_name, skip)
        plain = self.engine.debug or self.engine.string_if_invalid or not self.engine.autoescape
        if not plain and not isinstance(template.nodelist, QuickNodes):
            template.nodelist = quicken(template.nodelist)
        return template
