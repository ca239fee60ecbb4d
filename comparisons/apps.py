from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComparisonsConfig(AppConfig):
    name = "comparisons"
    verbose_name = _("Comparisons")

    def ready(self):
        from careers import further
        from careers.signals import snapshot_loaded

        from . import shipped
        from .selectors import curated

        snapshot_loaded.connect(shipped.give, dispatch_uid="comparisons.shipped")
        further.PROVIDERS.append(curated.further)
        further.COMPARED.append(curated.compared)
