"""Every setting that an operator can change: name, default, environment variable, meaning.

This table is the only place where the environment is read; docs/operations/settings.md
repeats it, and a test holds the two together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def _boolean(text: str) -> bool:
    return text.strip().lower() in {"1", "true", "yes", "on", "是"}


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


@dataclass(frozen=True, slots=True)
class Setting:
    """One row: how it is called in code and in the environment, and what it means."""

    name: str
    default: Any
    meaning_zh: str
    meaning_en: str
    parse: Callable[[str], Any] = str

    @property
    def environment(self) -> str:
        """The environment variable that overrides the default."""
        return self.name if self.name == "DATABASE_URL" else f"LUOSHI_{self.name}"

    def read(self, environment: Mapping[str, str]) -> Any:
        """The value in force; a value that cannot be read is refused with its variable's name."""
        text = environment.get(self.environment)
        if text is None:
            return self.default
        try:
            return self.parse(text)
        except ValueError as error:
            raise ValueError(f"{self.environment}={text!r}: {error}") from error


TABLE: tuple[Setting, ...] = (
    Setting(
        "DATA_DIR",
        Path("var"),
        "数据目录：数据库、上传的文件、密钥。",
        "Folder for the database, uploaded files and the secret key.",
        Path,
    ),
    Setting(
        "DATABASE_URL",
        "",
        "数据库地址；空则用数据目录下的 SQLite（WAL）。",
        "Address of the database; empty means SQLite in WAL mode in the data folder.",
    ),
    Setting(
        "SECRET_KEY",
        "",
        "签名密钥；空则首次启动时生成并存入数据目录。",
        "Key for signatures; empty means one is made at the first start and kept in the data folder.",
    ),
    Setting("DEBUG", False, "调试模式，只供开发。", "Debug mode, for development only.", _boolean),
    Setting(
        "HOSTS",
        ["localhost", "127.0.0.1", "[::1]"],
        "允许的主机名，逗号分隔。",
        "Host names that are served, comma separated.",
        _list,
    ),
    Setting("HOST", "127.0.0.1", "监听地址。", "Address to listen on."),
    Setting("PORT", 8000, "监听端口。", "Port to listen on.", int),
    Setting("WORKERS", 2, "网页服务进程数。", "Number of web server processes.", int),
    Setting(
        "HTTPS",
        False,
        "仅经 HTTPS 访问：安全 Cookie 与 HSTS。",
        "Served over HTTPS only: secure cookies and HSTS.",
        _boolean,
    ),
    Setting(
        "PROXIES",
        0,
        "前面可信反向代理的层数，用于取得来访地址。",
        "Number of trusted reverse proxies in front, to find a visitor's address.",
        int,
    ),
    Setting("LANGUAGE", "zh-hans", "默认界面语言：zh-hans 或 en。", "Default language of the pages: zh-hans or en."),
    Setting("TIME_ZONE", "Asia/Shanghai", "时区。", "Time zone."),
    Setting(
        "DEMO",
        False,
        "演示：每页标明“演示数据”，登录页列出演示账号。",
        "Demo: every page says so, the sign-in page lists the demo accounts.",
        _boolean,
    ),
    Setting(
        "SESSION_IDLE_MINUTES",
        30,
        "无操作多少分钟后退出登录。",
        "Minutes without a request after which a session ends.",
        int,
    ),
    Setting("SESSION_HOURS", 10, "登录最长保持多少小时。", "Hours after which a session ends in any case.", int),
    Setting(
        "LOCKOUT_FAILURES",
        5,
        "连续登录失败多少次后锁定。",
        "Failed sign-ins in a row after which an account is locked.",
        int,
    ),
    Setting("LOCKOUT_MINUTES", 30, "锁定多少分钟。", "Minutes for which it stays locked.", int),
    Setting(
        "REQUIRE_SECOND_FACTOR",
        False,
        "三类管理员必须启用第二因素（TOTP）。",
        "The three administrators must use a second factor (TOTP).",
        _boolean,
    ),
    Setting("OIDC_SERVER", "", "OIDC 发行者地址；空则关闭。", "Address of the OIDC issuer; empty switches it off."),
    Setting("OIDC_CLIENT_ID", "", "OIDC 客户端标识。", "OIDC client id."),
    Setting("OIDC_CLIENT_SECRET", "", "OIDC 客户端密钥。", "OIDC client secret."),
    Setting("OIDC_NAME", "统一身份认证", "登录页上该入口的名称。", "What the sign-in page calls it."),
    Setting(
        "JOURNAL_DIGEST", "sha256", "日志散列算法：sha256 或 sm3。", "Digest of the journal's chain: sha256 or sm3."
    ),
    Setting("UPLOAD_MB", 100, "单个文件上限（MB）。", "Largest file that is taken, in MB.", int),
    Setting(
        "READ_SECONDS", 120, "读一份文件最多多少秒。", "Seconds after which the reading of one file is given up.", int
    ),
    Setting(
        "READ_MEMORY_MB",
        2048,
        "读一份文件最多用多少内存（MB）。",
        "Memory that the reading of one file may use, in MB.",
        int,
    ),
    Setting(
        "VISITOR_READING",
        True,
        "未登录的人可否投入文件试读（只有本人当次会话可见）。",
        "Whether somebody who has not signed in may have a file read (seen in that session only).",
        _boolean,
    ),
    Setting(
        "VISITOR_WAITING",
        100,
        "未登录者的文件最多多少份同时等候读取，超过即暂不接收。",
        "How many visitors' files may wait to be read at a time; beyond that no more are taken in.",
        int,
    ),
    Setting("VISITOR_HOURS", 24, "未登录者的文件保留多少小时。", "Hours for which a visitor's files are kept.", int),
)


def read_table(environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """All settings in force, by name."""
    environment = os.environ if environment is None else environment
    return {setting.name: setting.read(environment) for setting in TABLE}
