from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "comparisons"
    verbose_name = "Comparisons"

    def ready(self):
        from careers import further
        from careers.signals import snapshot_loaded

        from . import shipped
        from .selectors import curated

        snapshot_loaded.connect(shipped.give, dispatch_uid="comparisons.shipped")
        further.PROVIDERS.append(curated.further)
