from axes.apps import AppConfig as AxesConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class PortalAdminConfig(AdminConfig):
    default_site = "config.admin_site.PortalSite"


class SignInConfig(AxesConfig):
    verbose_name = _("Sign-in")
