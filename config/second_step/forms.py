"""The two forms of the second step."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.utils.translation import gettext_lazy as _

from . import devices

MOST = 64  # characters


class CodeNeeded(Exception):
    """The password is right, and a code is asked for beside it."""

    def __init__(self, user):
        super().__init__()
        self.user = user


class SignInForm(AdminAuthenticationForm):
    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if devices.confirmed(user):
            raise CodeNeeded(user)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=MOST,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
