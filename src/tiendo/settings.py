"""Settings: everything that differs between installations comes from the environment.

TIENDO_HOME      folder of the data: database, files, secret key (default: var/ beside the source)
TIENDO_DATABASE  address of a PostgreSQL database; without it SQLite in TIENDO_HOME
TIENDO_HOSTS     names under which the product is reached, comma-separated (default: this machine only)
TIENDO_ORIGINS   full addresses behind a proxy, comma-separated ("https://tiendo.example.vn")
TIENDO_TODAY     a day that stands for today; refused unless the installation is for practice
TIENDO_MAIL      the server that takes mail, "smtp://user:password@host:port?from=tiendo@example.vn";
                 smtps:// for TLS from the start, smtp+tls:// for STARTTLS. Without it nothing is mailed
TIENDO_ADDRESS   where people find the product, for links in letters and calendars ("https://tiendo.example.vn");
                 default: the first of TIENDO_ORIGINS. Without either, letters have no links
TIENDO_REMIND_AT the time of day from which people are reminded (default: 07:00)
TIENDO_TILES     pictures of the land under maps, "https://tiles.example.vn/{z}/{x}/{y}.png";
                 TIENDO_TILES_CREDIT names whose they are. Without it maps are sketches
"""

import os
import secrets
from pathlib import Path

import dj_database_url

from tiendo.ui import conf

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("TIENDO_HOME", ROOT / "var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    """The key of this installation, made at the first start and readable by its owner only."""
    path = HOME / "secret_key"
    if not path.exists() or not path.stat().st_size:  # left empty by a full disk
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def _names(variable: str, default: str) -> list[str]:
    return [name.strip() for name in os.environ.get(variable, default).split(",") if name.strip()]


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = _names("TIENDO_HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = _names("TIENDO_ORIGINS", "")
BEHIND_TLS = any(origin.startswith("https://") for origin in CSRF_TRUSTED_ORIGINS)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
# Behind the proxy everybody comes from its address; the one it names last is the person's.
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_TLS)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "tiendo.ui",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "tiendo.history",
    "tiendo.agencies",
    "tiendo.accounts",
    "tiendo.registers",
    "tiendo.legal",
    "tiendo.industry",
    "tiendo.papers",
    "tiendo.support",
    "tiendo.funding",
    "tiendo.investment",
    "tiendo.promotion",
    "tiendo.difficulties",
    "tiendo.procedures",
    "tiendo.products",
    "tiendo.workforce",
    "tiendo.environment",
    "tiendo.materials",
    "tiendo.energy",
    "tiendo.outreach",
    "tiendo.plans",
    "tiendo.indicators",
    "tiendo.progress",
    "tiendo.administration",
    "tiendo.desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tiendo.ui.middleware.chosen_language",
    "tiendo.ui.middleware.bounded_request",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tiendo.accounts.access.AuditorsOnlyRead",
]

ROOT_URLCONF = "tiendo.urls"
WSGI_APPLICATION = "tiendo.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "tiendo.desk.navigation.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "tiendo.ui.templatetags.ui",
            ],
        },
    }
]
FORM_RENDERER = conf.FORM_RENDERER

# WAL and IMMEDIATE let readers and the one writer pass each other; FULL loses nothing at power loss.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-20000;"
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("TIENDO_DATABASE") or f"sqlite:///{HOME / 'tiendo.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": SQLITE_PRAGMAS,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": VALIDATION + "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {"NAME": VALIDATION + "MinimumLengthValidator"},
    {"NAME": VALIDATION + "CommonPasswordValidator"},
]
for name, value in conf.ALLAUTH.items():
    globals()[name] = value

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
FORMAT_MODULE_PATH = conf.FORMAT_MODULE_PATH
# Grouping is asked for (`|n`) where a figure is shown: years and keys in addresses must stay bare.
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "files"
PICTURES_ROOT = HOME / "pictures"  # of pages, drawn again when they are gone: needs no backup
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 500  # more than the pages of a document that are taken one by one
LARGEST_REQUEST = 400_000_000  # bytes; what is too large but less gets a sentence of its own form

TILES = conf.tiles(os.environ.get("TIENDO_TILES", ""), os.environ.get("TIENDO_TILES_CREDIT", ""))
CONTENT_SECURITY_POLICY = conf.content_policy(TILES.origin if TILES else "")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Subdomains and the redirect to https are the business of the proxy that holds the certificate.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]
if not BEHIND_TLS:
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W012", "security.W016"]

MAIL = conf.mail(os.environ.get("TIENDO_MAIL", ""))
for name, value in MAIL.items():
    globals()[name] = value

ADDRESS = (os.environ.get("TIENDO_ADDRESS") or "".join(CSRF_TRUSTED_ORIGINS[:1])).rstrip("/")
REMIND_AT = conf.time_of_day("TIENDO_REMIND_AT", os.environ.get("TIENDO_REMIND_AT", "07:00"))

# What an account that is closed leaves open; each is a `handover.Mover`, declared by the application it is in.
HANDOVER = [f"tiendo.progress.owing.handing_over.{name}" for name in ("HANDLERS", "STEPS")]
# What goes from an office that ends to its successor: roles before the work that people do in them.
OFFICE_MOVERS = [
    *(f"tiendo.accounts.office_movers.{name}" for name in ("ROLES", "CHARGES")),
    "tiendo.papers.office_movers.PAPERS",
    "tiendo.funding.office_movers.MONEY",
    *(f"tiendo.support.office_movers.{name}" for name in ("GIVEN", "EVENTS", "CONTACTS")),
    "tiendo.energy.office_movers.SAFETY",
    *(f"tiendo.investment.office_movers.{name}" for name in ("CALLS", "CASES")),
    *(f"tiendo.promotion.office_movers.{name}" for name in ("PROJECTS", "SEEDS", "VENTURES")),
    *(f"tiendo.difficulties.office_movers.{name}" for name in ("DIFFICULTIES", "PETITIONS")),
    "tiendo.indicators.office_movers.FIGURES",
    "tiendo.progress.handover.work.WORK",
    "tiendo.progress.office_movers.ON_TARGETS",
    *(f"tiendo.progress.handover.reports.{name}" for name in ("REPORTS", "CONTRIBUTIONS")),
    *(f"tiendo.registers.office_movers.{name}" for name in ("register_movers", "KEEPERS")),
    *(f"tiendo.desk.office_movers.{name}" for name in ("FEEDS", "VIEWS")),
]

# What ties rows of registers to plans: asked by the page of a row.
REGISTER_USES = "tiendo.progress.uses.uses_of"

TODAY = os.environ.get("TIENDO_TODAY", "")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    # The worker sets its own loggers to INFO; the terminal is for what needs a person.
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "level": "WARNING"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
