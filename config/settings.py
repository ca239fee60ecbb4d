"""Settings of every installation; what differs between machines comes from the environment or `.env`."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from config import caching, databases, env, logs, mail, observe, safety

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
env.load_file(BASE_DIR / ".env")

DEBUG = env.boolean("DJANGO_DEBUG", False)
SECRET_KEY = env.text("DJANGO_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.names("DJANGO_SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.names("DJANGO_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env.names("DJANGO_CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "config.apps.PortalAdminConfig",  # django.contrib.admin
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",  # its templates, for the renderer below
    "django_filters",
    "django_htmx",  # ships htmx among its static files
    "csp",
    "config.apps.SignInConfig",  # axes
    "config.apps.SecondStepConfig",  # django_otp.plugins.otp_totp
    "django_otp.plugins.otp_static",
    "simple_history",
    "careers",
    "comparisons",
]

MIDDLEWARE = [
    "config.logs.RequestLog",
    "config.replicas.Replicas",
    "config.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "config.open_door.OpenDoor",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.page_cache.PageCache",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.limits.Limits",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Fields of forms are drawn by templates/ too, where it has one.
FORM_RENDERER = "config.quick_forms.QuickTemplates"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "config.quick_templates.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Database: embedded SQLite unless DATABASE_URL names a PostgreSQL server -------------------

DATABASES = databases.configured(
    env.text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'portal.sqlite3'}"),
    env.names("DATABASE_REPLICAS"),
    is_pooled=env.boolean("DATABASE_POOL", True),
)
if DATABASES[databases.PRIMARY]["ENGINE"] == databases.SQLITE:
    VAR_DIR.mkdir(exist_ok=True)
if len(DATABASES) > 1:
    DATABASE_ROUTERS = ["config.replicas.Router"]
CACHES = caching.configured(env.address("CACHE_URL", *caching.SCHEMES))

# --- Language, time, files ---------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
# English is what the messages are: to look them up would be a tenth of a page's work.
USE_I18N = not LANGUAGE_CODE.startswith("en")
LOCALE_PATHS = [BASE_DIR / "locale"]  # docs/translate.md
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static_files.StaticFiles"
    },
}

# --- Pages kept in memory -----------------------------------------------------------------------

# Until the data or the code changes; not while templates are written.
PAGE_CACHE = not DEBUG
# Of each process.
PAGE_CACHE_MB = env.number("PAGE_CACHE_MB", 64)

# The design system on one page, while one works on it.
STYLEGUIDE = DEBUG

# --- Doors -------------------------------------------------------------------------------------

# DJANGO_HTTPS=false is for a site served on this machine only, as `make run` does.
HTTPS = env.boolean("DJANGO_HTTPS", not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # gone with the browser: readers get it from the form of a report alone
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(?:healthz|readyz)$"]  # asked from within, past the proxy
BEHIND_PROXY = env.boolean("DJANGO_BEHIND_PROXY", False)
PROXIES = env.number("DJANGO_PROXIES", 1)  # in a row, each adding to X-Forwarded-For
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
safety.require(
    debug=DEBUG,
    https=HTTPS,
    key=SECRET_KEY,
    hosts=ALLOWED_HOSTS,
    origins=CSRF_TRUSTED_ORIGINS,
    has_named_hosts=env.is_set("DJANGO_ALLOWED_HOSTS"),
)
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # A page for readers is the same for all of them, so it has nothing inline; what a page at the desk
        # should ever need inline bears request.csp_nonce. The nonce is sent only where it is asked for.
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# config/sign_in.py says what is counted, and what is told to those who failed too often.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_HANDLER = "config.sign_in.Attempts"
AXES_CLIENT_IP_CALLABLE = "config.sign_in.client_address"
AXES_LOCKOUT_CALLABLE = "config.sign_in.locked"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], ["ip_address"]]
AXES_FAILURE_LIMIT = 5  # of a name at an address
SIGN_IN_FAILURES_OF_AN_ADDRESS = 25
AXES_COOLOFF_TIME = timedelta(minutes=15)
# The page says when one may try again: trying before does not put it off.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # where editors sign in from is nobody's business
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken", "code"]
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# How often a reader may ask within a minute; config/limits.py says for what, and who is counted.
LIMITS = {
    "search": env.number("LIMIT_SEARCHES", 60),
    "suggestion": env.number("LIMIT_SUGGESTIONS", 300),
    "export": env.number("LIMIT_EXPORTS", 120),
    "api": env.number("LIMIT_API", 300),
}

# --- The editors' desk -------------------------------------------------------------------------

# True: who wrote something may not publish it.
DESK_TWO_PERSON_RULE = env.boolean("DESK_TWO_PERSON_RULE", False)
# Whether an editor may sign in by the password alone.
DESK_TOTP = env.choice("DESK_TOTP", "optional", "optional", "required")

# --- Imports in the admin ----------------------------------------------------------------------

# The largest file that is taken; the official files have 332 MB at most, and come packed.
IMPORT_MAX_BYTES = env.number("IMPORT_MAX_BYTES", 400_000_000)
# A dry run lists the figures that would move by more than so much of what they are.
IMPORT_MOVED_PERCENT = env.number("IMPORT_MOVED_PERCENT", 25)

# --- Job feeds ---------------------------------------------------------------------------------

# The USAJOBS Search API answers only with a key and the address that it was given to.
USAJOBS_API_KEY = env.text("USAJOBS_API_KEY", "")
USAJOBS_EMAIL = env.text("USAJOBS_EMAIL", "")

# --- Mail: nothing goes out where EMAIL_URL is empty -------------------------------------------

_MAIL = mail.server(env.address("EMAIL_URL", *mail.SCHEMES))
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _MAIL.backend, _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = _MAIL.starts_tls, _MAIL.is_tls, 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", "portal@localhost")
# Who is written to when a page fails.
ADMINS = [(address, address) for address in env.names("EMAIL_ERRORS_TO")]

# --- Logs --------------------------------------------------------------------------------------

LOGGING = logs.configured(
    env.choice("LOG_FORMAT", "json" if HTTPS else "line", "line", "json"),
    tells_requests=env.boolean("LOG_REQUESTS", HTTPS),
)
SLOW_QUERY_MS = env.number("SLOW_QUERY_MS", 500)
SENTRY_DSN = observe.wanted("SENTRY_DSN", env.address("SENTRY_DSN", "https", "http"))
OTEL_EXPORTER_OTLP_ENDPOINT = observe.wanted(
    "OTEL_EXPORTER_OTLP_ENDPOINT", env.address("OTEL_EXPORTER_OTLP_ENDPOINT", "https", "http")
)
