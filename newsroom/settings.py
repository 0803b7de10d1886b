"""One file for every place: what varies comes from the environment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import django_stubs_ext
from corsheaders.defaults import default_headers
from csp.constants import NONCE, NONE, SELF
from django.templatetags.static import static
from environs import Env

from newsroom.celery_settings import *  # noqa: F403
from newsroom.database import connection_options
from newsroom.embedded import service_addresses
from newsroom.mail import CONSOLE, mail_options
from newsroom.secret import secret_key

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

# --- What the operator decides -------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
DATA_DIR = Path(env.str("NEWSROOM_DATA_DIR", default=str(BASE_DIR / ".data")))
SECRET_KEY = secret_key(env.str("SECRET_KEY", default=""), DATA_DIR)
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", default=[])
PUBLIC_URL = env.str("PUBLIC_URL", default="http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PUBLICATION_NAME = env.str("PUBLICATION_NAME", default="The Verifiable")
PUBLICATION_TIME_ZONE = env.str("PUBLICATION_TIME_ZONE", default="UTC")
# From this score on a proposed name or figure is shown without being asked for; 0.9: nine in ten are right.
PROPOSALS_SHOWN_FROM = env.float("PROPOSALS_SHOWN_FROM", default=0.8)
BEHIND_TLS = env.bool("BEHIND_TLS", default=False)
# Where to write to the editors (mailto:, https: or tel:): the contact page, markup, security.txt.
PUBLICATION_CONTACT: list[str] = env.list("PUBLICATION_CONTACT", default=[])
# Where to report a weakness (mailto:, https: or tel:), and until when that holds: security.txt.
SECURITY_CONTACT: list[str] = env.list("SECURITY_CONTACT", default=[])
SECURITY_EXPIRES = (
    env.datetime("SECURITY_EXPIRES") if env.str("SECURITY_EXPIRES", default="") else None
)

# --- Applications --------------------------------------------------------------------------
INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "articles.apps.ArticlesConfig",
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.middleware.desk_zone",
    "newsroom.middleware.desk_policy",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = env.str("ROOT_URLCONF", default="newsroom.urls")  # asgi.py names another
WSGI_APPLICATION = "newsroom.wsgi.application"
ASGI_APPLICATION = "newsroom.asgi.application"
AUTH_USER_MODEL = "articles.User"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
DESK_PATH = "/desk/"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "newsroom" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data ----------------------------------------------------------------------------------
# Actions open their own transactions: a request that only reads needs none.
ATOMIC_REQUESTS = False
_addresses = service_addresses()
DATABASES = {"default": connection_options(_addresses)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CELERY_BROKER_URL = _addresses.broker_url
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": _addresses.cache_url,
        "KEY_PREFIX": "newsroom-cache",
    },
}
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "media/"
# Who may see a picture is asked of the newsroom; who sends it then can be the nginx before it.
FILES_SENT_BY_NGINX = env.bool("FILES_SENT_BY_NGINX", default=False)
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "newsroom" / "static"]
# Without collectstatic the files are served as they lie; production collects and hashes them.
WHITENOISE_USE_FINDERS = not env.bool("STATIC_COLLECTED", default=False)
STATIC_ROOT = (
    None if WHITENOISE_USE_FINDERS else env.str("STATIC_ROOT", default=str(DATA_DIR / "static"))
)
if not WHITENOISE_USE_FINDERS:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
FORMS_URLFIELD_ASSUME_HTTPS = True  # as Django 6 does; goes away with it
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Words and time ------------------------------------------------------------------------
# The language of the public pages' own words; articles may be in any other.
LANGUAGE_CODE = env.str("PUBLICATION_LANGUAGE", default="en")
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale", DATA_DIR / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"

# --- Safety --------------------------------------------------------------------------------
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# --- API -----------------------------------------------------------------------------------
# Where the process is that streams changes, if no proxy leads to it; how many may listen to it.
EVENTS_URL = env.str("EVENTS_URL", default="").rstrip("/")
EVENTS_LISTENERS = env.int("EVENTS_LISTENERS", default=500)
EVENTS_HEARTBEAT = env.float("EVENTS_HEARTBEAT", default=15.0)  # seconds of silence
API_ANONYMOUS_READING = env.bool("API_ANONYMOUS_READING", default=True)
# How often: by key, by whoever writes, by whoever searches. Empty: as often as they like.
API_RATE_LIMITS = {
    "key": env.str("API_LIMIT_KEY", default="1200/minute"),
    "write": env.str("API_LIMIT_WRITE", default="120/minute"),
    "search": env.str("API_LIMIT_SEARCH", default="60/minute"),
}
# Scripts of which sites may read answers in a browser: origins, or * for all. Never with cookies.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOWED_ORIGINS = env.list("API_ORIGINS", default=["*"])
CORS_ALLOW_ALL_ORIGINS = CORS_ALLOWED_ORIGINS == ["*"]
if CORS_ALLOW_ALL_ORIGINS:
    CORS_ALLOWED_ORIGINS = []
CORS_ALLOW_HEADERS = [*default_headers, "idempotency-key", "if-match", "if-none-match"]
CORS_EXPOSE_HEADERS = [
    "Change-Sequence",
    "ETag",
    "Link",
    "Location",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "articles.api.authentication.ApiKeyAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["articles.api.rendering.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["articles.api.parsing.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "articles.api.problems.problem_details",
    "NUM_PROXIES": env.int("NUM_PROXIES", default=0),
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Newsroom API",
    "DESCRIPTION": "Verifiable articles, and the people, organizations and sources in them.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "articles.api.narrowed.tell_narrowed",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ArticleKind": "articles.models.ArticleKind",
        "CitationKind": "articles.models.CitationKind",
        "FindingStatus": "articles.models.FindingStatus",
        "MentionKind": "articles.models.MentionKind",
        "Status": "articles.models.Status",
        "SubjectType": "articles.api.schemas.links.SUBJECT_TYPES",
        "TopicKind": "articles.models.TopicKind",
        "Verdict": "articles.models.Verdict",
    },
}

# --- Webhooks ------------------------------------------------------------------------------
# For development and tests: http, and addresses of this machine, are called, too.
WEBHOOKS_TO_LOOPBACK = env.bool("WEBHOOKS_TO_LOOPBACK", default=False)
WEBHOOK_TIMEOUT = dt.timedelta(seconds=10)
# The pause after each failure of a message; the last one is repeated until it is given up.
WEBHOOK_BACK_OFF = [
    dt.timedelta(seconds=5),
    dt.timedelta(minutes=5),
    dt.timedelta(minutes=30),
    dt.timedelta(hours=2),
    dt.timedelta(hours=5),
    dt.timedelta(hours=10),
    dt.timedelta(hours=14),
]
WEBHOOK_GIVE_UP_AFTER = dt.timedelta(days=3)
# An address that fails is left alone for ever longer, up to this, whatever waits for it.
WEBHOOK_LONGEST_REST = dt.timedelta(minutes=5)
# So many failures in a row disable an address before the three days are over.
WEBHOOK_FAILURE_LIMIT = 500
# For so long after a rotation the old secret signs beside the new one.
WEBHOOK_OLD_SECRET_SIGNS = dt.timedelta(hours=24)
# For so long the log of deliveries is kept.
WEBHOOK_LOG_KEPT = dt.timedelta(days=30)

# --- Mail ----------------------------------------------------------------------------------
_mail = mail_options(env.str("EMAIL_URL", default="") or CONSOLE)
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="newsroom@localhost")

# --- Logs: one event a line ----------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "newsroom.logs.OneLineFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
}

# The public site's blue, from light to dark.
INK_BLUE = {
    "50": "oklch(97.5% .012 245)",
    "100": "oklch(94.5% .026 245)",
    "200": "oklch(89% .05 245)",
    "300": "oklch(82% .085 245)",
    "400": "oklch(73% .115 245)",
    "500": "oklch(61% .12 246)",
    "600": "oklch(48% .105 248)",
    "700": "oklch(41% .09 249)",
    "800": "oklch(34% .072 250)",
    "900": "oklch(28% .055 250)",
    "950": "oklch(21% .04 250)",
}
UNFOLD = {
    "SITE_TITLE": f"{PUBLICATION_NAME} desk",
    "SITE_HEADER": PUBLICATION_NAME,
    "SITE_SUBHEADER": "Desk",
    "SITE_URL": "/",
    "SITE_SYMBOL": "newsmode",
    "SHOW_HISTORY": False,
    "SHOW_BACK_BUTTON": True,
    "DASHBOARD_CALLBACK": "articles.admin.dashboard.dashboard",
    "ENVIRONMENT": "articles.admin.dashboard.zone_label",
    "SITE_FAVICONS": [{"rel": "icon", "href": lambda _request: static("newsroom/icon.svg")}],
    "STYLES": [lambda _request: static("desk/desk.css")],
    "COLORS": {"primary": INK_BLUE},
    "SIDEBAR": {
        "show_search": True,
        "command_search": True,
        "show_all_applications": False,
        "navigation": "articles.admin.navigation.navigation",
    },
}
