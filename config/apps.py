from axes.apps import AppConfig as AxesConfig
from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    default_site = "config.admin_site.PortalSite"


class SignInConfig(AxesConfig):
    verbose_name = "Sign-in"
