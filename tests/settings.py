"""Settings of the tests: those of the portal, deaf to the `.env` of the machine they run on."""

import os

os.environ.update(
    DJANGO_SECRET_KEY="only-for-tests",
    DJANGO_SECRET_KEY_FALLBACKS="",
    DJANGO_DEBUG="false",
    DJANGO_HTTPS="false",
    DJANGO_BEHIND_PROXY="false",
    DJANGO_ALLOWED_HOSTS="127.0.0.1,localhost,[::1]",
    DJANGO_CSRF_TRUSTED_ORIGINS="",
    DATABASE_POOL="false",
    DATABASE_REPLICAS="",
    CACHE_URL="",
    EMAIL_URL="",
    DESK_TOTP="",
    SENTRY_DSN="",
    OTEL_EXPORTER_OTLP_ENDPOINT="",
    LOG_FORMAT="line",
    SLOW_QUERY_MS="600000",  # a busy machine is no reason to log
)
# The runner names a throwaway PostgreSQL server here. In memory, two runs cannot meet.
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from config.settings import *  # noqa: F403
from config.settings import MIDDLEWARE, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STYLEGUIDE = True
# Static files straight from their sources: a fresh clone has not collected them.
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# Most tests change what makes a page, which the version of the data does not tell.
PAGE_CACHE = False
MIDDLEWARE = [*MIDDLEWARE]
MIDDLEWARE.insert(MIDDLEWARE.index("config.page_cache.PageCache") + 1, "tests.keeping.Kept")
# As of a portal in another language: that all that is said can be translated is to show.
USE_I18N = True
