from axes.models import AccessAttempt
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .base import PortalAdmin


@admin.register(AccessAttempt)
class FailedSignIns(PortalAdmin):
    """What sign-in is locked by (config/sign_in.py): to delete an entry is to let its name in again."""

    list_display = ["username", "ip_address", "failures_since_start", "attempt_time"]
    search_fields = ["username", "ip_address"]
    search_help_text = _("The name or the address.")
    ordering = ["-attempt_time"]
    fields = [*list_display, "user_agent"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
