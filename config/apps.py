from axes.apps import AppConfig as AxesConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.apps import DefaultConfig as TotpConfig


class PortalAdminConfig(AdminConfig):
    default_site = "config.admin_site.PortalSite"


class SignInConfig(AxesConfig):
    verbose_name = _("Sign-in")


class SecondStepConfig(TotpConfig):
    verbose_name = _("Two-step sign-in")

    def ready(self):
        meta = self.get_model("TOTPDevice")._meta  # which names itself in English alone
        meta.verbose_name, meta.verbose_name_plural = _("two-step sign-in"), _("two-step sign-ins")
