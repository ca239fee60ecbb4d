"""What a user signs in by beside the password, and how its codes are checked."""

import base64
import hashlib
import secrets
from datetime import timedelta
from urllib.parse import quote, urlencode

import segno
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

DIGITS = 6
WHILE_BEGUN = timedelta(minutes=15)
CODES, LETTERS = 10, 16  # recovery codes at a time; what they have is drawn by lot, five bits each
# After each wrong code a device waits twice as long, from a second on, and no longer than over an hour: who
# knows the password may hold up its owner, but not for good.
MOST_FAILURES = 13


def confirmed(user: AbstractBaseUser) -> TOTPDevice | None:
    """The app that shows this user's codes, None where the password is enough."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def begun(user: AbstractBaseUser) -> TOTPDevice | None:
    """One that has not shown yet that it knows the key; a while later the password is asked for again."""
    return _begun(user).first()


@transaction.atomic
def begin(user: AbstractBaseUser) -> None:
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    TOTPDevice.objects.create(user=user, name="app", digits=DIGITS, confirmed=False)


@transaction.atomic
def confirm(user: AbstractBaseUser, typed: str) -> TOTPDevice | None:
    """From now on codes are asked of `user`, None where this one is wrong."""
    device = _checked(_begun(user), typed)
    if device:
        device.confirmed = True
        device.save(update_fields=["confirmed"])
    return device


def verified(user: AbstractBaseUser, typed: str) -> Device | None:
    """What gave the code, which is good for once; None where it is wrong, or where nobody may try yet."""
    if _has_digits(typed):
        return _checked(TOTPDevice.objects.filter(user=user, confirmed=True), typed)
    return _checked(StaticDevice.objects.filter(user=user), hashed(typed))


def waits(user: AbstractBaseUser, typed: str) -> int:
    """Seconds until the next try with such a code is looked at."""
    model = TOTPDevice if _has_digits(typed) else StaticDevice
    device = model.objects.filter(user=user).first()
    if device is None:
        return 0
    device.throttling_failure_count = min(device.throttling_failure_count, MOST_FAILURES)
    is_allowed, why_not = device.verify_is_allowed()
    return 0 if is_allowed else int((why_not["locked_until"] - timezone.now()).total_seconds()) + 1


def failures(user: AbstractBaseUser) -> int:
    """Wrong codes since the last right one: each came after the right password."""
    found = (model.objects.filter(user=user).first() for model in (TOTPDevice, StaticDevice))
    return sum(device.throttling_failure_count for device in found if device)


@transaction.atomic
def new_codes(user: AbstractBaseUser) -> list[str]:
    """Codes for when the phone is lost. What is kept of them signs nobody in."""
    device, _ = StaticDevice.objects.get_or_create(user=user, defaults={"name": "recovery codes"})
    device.token_set.all().delete()
    codes = [base64.b32encode(secrets.token_bytes(LETTERS * 5 // 8)).decode().lower() for _ in range(CODES)]
    for code in codes:
        device.token_set.create(token=hashed(code))
    return ["-".join(code[at : at + 4] for at in range(0, LETTERS, 4)) for code in codes]


def codes_left(user: AbstractBaseUser) -> int:
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


@transaction.atomic
def remove(user: AbstractBaseUser) -> None:
    """From now on the password is enough, or the second step is set up anew."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def end_sessions(user: AbstractBaseUser, but: str | None = None) -> None:
    """Sign `user` out everywhere; `but` is the key of a session that goes on."""
    running = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=but)
    own = [each.pk for each in running if each.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(pk__in=own).delete()


def note(user: AbstractBaseUser, by: AbstractBaseUser, what: str) -> None:
    """In the history that the desk shows of an account."""
    accounts = get_user_model()._default_manager.filter(pk=user.pk)
    LogEntry.objects.log_actions(by.pk, accounts, CHANGE, what, single_object=True)


def key_in_letters(device: TOTPDevice) -> str:
    """As one types it where no camera is at hand."""
    letters = base64.b32encode(device.bin_key).decode()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def drawn(device: TOTPDevice, host: str) -> str:
    """The key as an SVG that the camera of a phone reads; the app calls it by host and user."""
    asked = {
        "secret": base64.b32encode(device.bin_key).decode(),
        "issuer": host,
        "digits": device.digits,
        "period": device.step,
    }
    label = quote(f"{host}:{device.user.get_username()}", safe=":")
    address = f"otpauth://totp/{label}?{urlencode(asked, quote_via=quote)}"
    # Dark on light, by night too: not every app reads it the other way round.
    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None)


def hashed(code: str) -> str:
    """Drawn by lot from 2**80, a code can be kept as any digest: nobody finds it by trying."""
    bare = code.replace("-", "").replace(" ", "").lower()
    digest = hashlib.sha256(bare.encode(errors="replace")).digest()
    return base64.b32encode(digest)[:LETTERS].decode().lower()


def _begun(user: AbstractBaseUser) -> QuerySet:
    since = timezone.now() - WHILE_BEGUN
    return TOTPDevice.objects.filter(user=user, confirmed=False, created_at__gt=since)


def _has_digits(typed: str) -> bool:
    bare = typed.replace(" ", "")
    return bare.isascii() and bare.isdigit() and len(bare) <= DIGITS


def _checked(devices: QuerySet, token: str) -> Device | None:
    """One try at a time: two that come at once are two."""
    with transaction.atomic():
        device = devices.select_for_update().first()
        if device is None:
            return None
        device.throttling_failure_count = min(device.throttling_failure_count, MOST_FAILURES)
        return device if device.verify_token(token.replace(" ", "")) else None
