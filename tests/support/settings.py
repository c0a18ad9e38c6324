"""The product's settings for tests: a data folder of their own, jobs at once, cheap passwords."""

import os
import tempfile
from pathlib import Path

os.environ["LUOSHI_DATA_DIR"] = tempfile.mkdtemp(prefix="luoshi-test-")
os.environ["LUOSHI_SECRET_KEY"] = "only for tests"
os.environ["LUOSHI_LANGUAGE"] = "zh-hans"

from luoshi.settings import *  # noqa: F403
from luoshi.settings import LUOSHI, STATIC_ROOT

LUOSHI["HOSTS"] = ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
