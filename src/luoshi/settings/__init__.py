"""Django's settings, made from the table of luoshi's own settings (``table.py``)."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from whitenoise.compress import Compressor

from luoshi.settings.single_sign_on import single_sign_on
from luoshi.settings.table import read_table

LUOSHI: dict[str, Any] = read_table()
PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR: Path = LUOSHI["DATA_DIR"].absolute()


def _secret_key() -> str:
    if LUOSHI["SECRET_KEY"]:
        return str(LUOSHI["SECRET_KEY"])
    kept = DATA_DIR / "secret_key"
    if not kept.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text()


def _database() -> dict[str, Any]:
    if LUOSHI["DATABASE_URL"]:
        return dict(dj_database_url.parse(LUOSHI["DATABASE_URL"], conn_max_age=60, conn_health_checks=True))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "luoshi.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            "timeout": 20,
        },
    }


SECRET_KEY = _secret_key()
DEBUG = LUOSHI["DEBUG"]
ALLOWED_HOSTS = LUOSHI["HOSTS"]
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "luoshi.urls"
WSGI_APPLICATION = "luoshi.wsgi.application"

INSTALLED_APPS = [
    "luoshi.common",
    "luoshi.journal",
    "luoshi.bodies",
    "luoshi.documents",
    "luoshi.register",
    "luoshi.desk",
    "luoshi.portal",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "rules",
    "django_htmx",
    "ninja",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "luoshi.common.middleware.policy.ContentPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "luoshi.common.middleware.session.SessionEndMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "luoshi.bodies.duties.DutyMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "luoshi.common.middleware.errors.TeachingErrorMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "luoshi.common.context.look",
            ],
        },
    },
]

# --- who: sign-in, lock-out, second factor, sessions that end -----------------
AUTH_USER_MODEL = "bodies.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "luoshi.bodies.sign_in.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "luoshi.bodies.sign_in.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS: dict[str, str] = {"login_failed": ""}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "落实 luoshi"
MFA_FORMS = {
    "authenticate": "luoshi.bodies.second_factor.SecondFactorForm",
    "reauthenticate": "luoshi.bodies.second_factor.SecondFactorAgainForm",
}
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True  # a new way in is joined by whoever knows the password
SOCIALACCOUNT_PROVIDERS = single_sign_on(LUOSHI)
SINGLE_SIGN_ON = bool(SOCIALACCOUNT_PROVIDERS)
AXES_FAILURE_LIMIT = LUOSHI["LOCKOUT_FAILURES"]
AXES_COOLOFF_TIME = LUOSHI["LOCKOUT_MINUTES"] / 60
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "luoshi.bodies.sign_in.username_of"
AXES_IPWARE_PROXY_COUNT = LUOSHI["PROXIES"]
AXES_LOCKOUT_CALLABLE = "luoshi.bodies.sign_in.locked_out"
SESSION_COOKIE_AGE = LUOSHI["SESSION_HOURS"] * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LUOSHI["HTTPS"]
SECURE_HSTS_SECONDS = 31536000 if LUOSHI["HTTPS"] else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if LUOSHI["PROXIES"] else None
X_FRAME_OPTIONS = "DENY"

# --- language and time ---------------------------------------------------------
LANGUAGE_CODE = LUOSHI["LANGUAGE"]
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "luoshi_language"
TIME_ZONE = LUOSHI["TIME_ZONE"]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "luoshi.common.formats"

# --- files and jobs --------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")  # only a debugger asks for them
MEDIA_ROOT = DATA_DIR / "files"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": True}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # an account is locked, whatever address is tried (GB/T 22239—2019)
