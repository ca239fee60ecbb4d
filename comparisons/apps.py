from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

# What its models and fields are called beyond `careers.models.names`.
NAMES = frozenset({
    gettext_noop("curated comparison"), gettext_noop("curated comparisons"), gettext_noop("given at"),
    gettext_noop("introduction"), gettext_noop("members key"), gettext_noop("shipped comparison"),
    gettext_noop("shipped comparisons"), gettext_noop("verdict"),
})  # fmt: skip


class ComparisonsConfig(AppConfig):
    name = "comparisons"
    verbose_name = _("Comparisons")

    def ready(self):
        from careers import further
        from careers.models import names
        from careers.signals import snapshot_loaded

        from . import shipped
        from .selectors import curated

        names.mark(self, NAMES)
        snapshot_loaded.connect(shipped.give, dispatch_uid="comparisons.shipped")
        further.PROVIDERS.append(curated.further)
        further.COMPARED.append(curated.compared)
