from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CareersConfig(AppConfig):
    name = "careers"
    verbose_name = "Careers"

    def ready(self):
        from . import changes
        from .desk import roles
        from .search import following

        changes.watch()
        following.follow()
        post_migrate.connect(roles.grant, dispatch_uid="careers.desk.roles")
