from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.second_step import devices

from .base import PortalAdmin

# The package's own pages show keys and take them; nobody at the desk needs to see one.
admin.site.unregister([StaticDevice, TOTPDevice])


@admin.register(TOTPDevice)
class SecondSteps(PortalAdmin):
    """Who has a second step at sign-in. To delete one is to reset it, as for who lost phone and codes."""

    list_display = ["user", "set_up", "used", "is_in_use", "wrong_codes"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    search_help_text = _("The name.")
    ordering = ["user__username", "pk"]
    fields = list_display

    def get_urls(self):
        """No list to take out: a row has the key."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [each for each in super().get_urls() if each.name != name]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser

    @admin.display(description=_("set up"), ordering="created_at")
    def set_up(self, device):
        return device.created_at

    @admin.display(description=_("last used"), ordering="last_used_at")
    def used(self, device):
        return device.last_used_at

    @admin.display(description=_("in use"), boolean=True, ordering="confirmed")
    def is_in_use(self, device):
        return device.confirmed

    @admin.display(description=_("wrong codes since"), ordering="throttling_failure_count")
    def wrong_codes(self, device):
        return device.throttling_failure_count

    def delete_model(self, request, device):
        devices.remove(device.user)
        devices.end_sessions(device.user)
        devices.note(device.user, request.user, gettext("Two-step sign-in reset."))

    def delete_queryset(self, request, chosen):
        for device in chosen.select_related("user"):
            self.delete_model(request, device)
