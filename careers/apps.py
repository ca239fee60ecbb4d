from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CareersConfig(AppConfig):
    name = "careers"
    verbose_name = _("Careers")

    def ready(self):
        from config import analyzed

        from . import changes
        from .desk import roles
        from .models import names
        from .search import following

        names.mark(self)
        changes.watch()
        following.follow()
        post_migrate.connect(roles.grant, dispatch_uid="careers.desk.roles")
        post_migrate.connect(analyzed.after_migrations, sender=self, dispatch_uid="config.analyzed")
