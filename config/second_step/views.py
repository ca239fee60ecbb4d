"""The pages of the second step: asking for a code at sign-in, and one's own codes at the desk."""

import time

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model, login
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp import login as remember

from config.sign_in import locked

from . import devices
from .forms import CodeForm, PasswordForm

WAITING = "second_step"  # of the session
MINUTES = 10  # between the password and the code
REQUIRED = "required"
TELLING = 3  # wrong codes, from which on their owner hears of them
# Open to who is to set up the second step and has not yet.
OPEN = {"admin:second_step", "admin:logout", "admin:password_change", "admin:password_change_done"}


# --- At sign-in -----------------------------------------------------------------------------------


def hold(request: HttpRequest, user) -> HttpResponse:
    """The password was right: remember whose it was, and ask for the code. Nobody is signed in yet."""
    to = request.POST.get(REDIRECT_FIELD_NAME, request.GET.get(REDIRECT_FIELD_NAME, ""))
    is_here = url_has_allowed_host_and_scheme(
        to, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    request.session[WAITING] = {
        "user": user.pk,
        "backend": user.backend,
        "password": user.get_session_auth_hash(),
        "to": to if is_here else "",
        "at": int(time.time()),
    }
    return redirect("admin:second_step_code")


def held(request: HttpRequest):
    """Who typed the right password, while it is theirs and not long ago; None for anybody else."""
    waiting = request.session.get(WAITING)
    if not waiting or time.time() - waiting["at"] > MINUTES * 60:
        return None
    user = get_user_model()._default_manager.filter(pk=waiting["user"], is_active=True, is_staff=True).first()
    is_theirs = user and constant_time_compare(waiting["password"], user.get_session_auth_hash())
    return user if is_theirs else None


@sensitive_post_parameters()
@csrf_protect
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    user = held(request)
    if user is None:
        return redirect("admin:login")
    form = CodeForm(request.POST if request.method == "POST" else None)
    form.fields["code"].widget.attrs["autofocus"] = True
    if form.is_valid():
        failures = devices.failures(user)
        device, refusal = _checked(request, user, form.cleaned_data["code"], devices.verified)
        if device:
            waiting = request.session.pop(WAITING)
            login(request, user, backend=waiting["backend"])
            remember(request, device)
            _tell_of_failures(request, failures)
            return HttpResponseRedirect(waiting["to"] or reverse("admin:index"))
        if isinstance(refusal, HttpResponse):
            return refusal
        form.add_error("code", refusal)
    context = {**admin.site.each_context(request), "title": _("Enter your code"), "form": form}
    return render(request, "admin/second_step/code.html", context)


def _checked(request: HttpRequest, user, code: str, check) -> tuple:
    """What `check` made of the code, and else why not: a page, or what to write beside the field.

    A wrong code counts as a wrong password does, and is held up by itself, from whatever address it comes.
    """
    credentials = {"username": user.get_username()}
    if not AxesProxyHandler.is_allowed(request, credentials):
        return None, locked(request, None, credentials)
    if seconds := devices.waits(user, code):
        told = ngettext(
            "Too many wrong codes. Wait a second, then try again.",
            "Too many wrong codes. Wait {seconds} seconds, then try again.",
            seconds,
        )
        return None, told.format(seconds=seconds)
    if done := check(user, code):
        return done, ""
    user_login_failed.send(__name__, credentials=credentials, request=request)
    return None, _("This code is wrong, or was used already. The app shows a new one every 30 seconds.")


def _tell_of_failures(request: HttpRequest, failures: int) -> None:
    if failures >= TELLING:
        told = _(
            "{number} wrong codes were typed since you signed in last, each after your password. If that was "
            "not you, change your password."
        )
        messages.warning(request, told.format(number=failures))


# --- At the desk ----------------------------------------------------------------------------------


def must_set_up(request: HttpRequest) -> bool:
    """Whether this editor has to, and came to a page that is not open until then."""
    return (
        settings.DESK_TOTP == REQUIRED
        and request.user.is_authenticated
        and DEVICE_ID_SESSION_KEY not in request.session
        and request.resolver_match.view_name not in OPEN
    )


@sensitive_post_parameters()
def own(request: HttpRequest) -> HttpResponse:
    """One's own second step: what there is of it, and what can be done about it."""
    refusal, codes = "", []
    for name, do in ACTIONS.items():
        if request.method == "POST" and name in request.POST:
            refusal, codes = do(request)
            break
    if isinstance(refusal, HttpResponse):
        return refusal
    device, begun = devices.confirmed(request.user), devices.begun(request.user)
    form = CodeForm() if device or begun else PasswordForm()
    context = {
        **admin.site.each_context(request),
        "title": _("Two-step sign-in"),
        "device": device,
        "begun": None if device else begun,
        "form": form,
        "refusal": refusal,
        "codes": codes,
        "left": devices.codes_left(request.user) if device else 0,
        "is_required": settings.DESK_TOTP == REQUIRED,
    }
    if context["begun"]:
        context["letters"] = devices.key_in_letters(begun)
        context["drawn"] = mark_safe(devices.drawn(begun, request.get_host()))  # noqa: S308 - made of numbers
    return render(request, "admin/second_step/own.html", context)


def _begin(request: HttpRequest) -> tuple:
    """Asks for the password: who finds a desk left open must not be able to lock its owner out."""
    credentials = {"username": request.user.get_username()}
    if devices.confirmed(request.user):
        return redirect("admin:second_step"), []
    if not AxesProxyHandler.is_allowed(request, credentials):
        return locked(request, None, credentials), []
    if not request.user.check_password(request.POST.get("password", "")):
        user_login_failed.send(__name__, credentials=credentials, request=request)
        return _("This is not your password."), []
    devices.begin(request.user)
    return redirect("admin:second_step"), []


def _confirm(request: HttpRequest) -> tuple:
    device, refusal = _checked(request, request.user, _code(request), devices.confirm)
    if not device:
        return refusal, []
    request.session.cycle_key()
    remember(request, device)
    devices.end_sessions(request.user, but=request.session.session_key)
    devices.note(request.user, request.user, _("Two-step sign-in set up."))
    messages.success(
        request, _("Two-step sign-in is set up. Whoever was signed in as you elsewhere is not any more.")
    )
    return "", devices.new_codes(request.user)


def _renew(request: HttpRequest) -> tuple:
    device, refusal = _checked(request, request.user, _code(request), devices.verified)
    if not device:
        return refusal, []
    devices.note(request.user, request.user, _("New recovery codes."))
    messages.success(request, _("The former recovery codes are void."))
    return "", devices.new_codes(request.user)


def _remove(request: HttpRequest) -> tuple:
    device, refusal = _checked(request, request.user, _code(request), devices.verified)
    if not device:
        return refusal, []
    devices.remove(request.user)
    request.session.pop(DEVICE_ID_SESSION_KEY, None)
    devices.note(request.user, request.user, _("Two-step sign-in removed."))
    messages.success(request, _("Two-step sign-in is removed. Your password alone signs you in."))
    return redirect("admin:second_step"), []


def _code(request: HttpRequest) -> str:
    form = CodeForm(request.POST)
    return form.cleaned_data["code"] if form.is_valid() else ""


ACTIONS = {"begin": _begin, "confirm": _confirm, "renew": _renew, "remove": _remove}
