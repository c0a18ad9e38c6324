"""A small OpenID provider for tests: keeps to the rules, or breaks the one that it is told to break.

Authorization code with PKCE, RS256, one client, whatever person is set as ``subject``.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "luoshi", "a secret for tests"
CALLBACK = "/accounts/oidc/login/callback/"
KEY, ANOTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
#: what a faulty provider puts into its tokens
FAULTS: dict[str, dict[str, Any]] = {
    "audience": {"aud": "another client"},
    "party": {"aud": [CLIENT_ID, "another client"], "azp": "another client"},
    "issuer": {"iss": "http://localhost:1"},
    "expired": {"iat": 1_700_000_000, "exp": 1_700_000_300},
    "future": {"iat": 4_000_000_000, "exp": 4_000_000_300},
    "no subject": {"sub": None},
    "no expiry": {"exp": None},
}


class Provider:
    """The provider while it runs; its attributes may be changed between two sign-ins."""

    def __init__(self) -> None:
        self.subject, self.name = "4711", "闻人砚"
        #: "signature", "unsigned", "shared key", "no token", "userinfo", "down" or one of FAULTS
        self.fault = ""
        #: whether the person is asked before coming back
        self.asks = False
        #: whether the name stands in the token, or has to be asked for
        self.name_in_token = True
        self.names_its_key = True
        self.codes: dict[str, dict[str, str]] = {}
        self.tokens: dict[str, str] = {}
        provider = self

        class Handler(_Handler):
            of = provider

        # the address is another site than 127.0.0.1, where luoshi is served: cookies must bear that
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://localhost:{self.server.server_address[1]}"

    def __enter__(self) -> Provider:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a luoshi that uses this provider."""
        return {
            "LUOSHI_OIDC_SERVER": self.issuer,
            "LUOSHI_OIDC_CLIENT_ID": CLIENT_ID,
            "LUOSHI_OIDC_CLIENT_SECRET": CLIENT_SECRET,
        }

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        }

    def keys(self) -> dict[str, Any]:
        key = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return {"keys": [{**key, "use": "sig", "alg": "RS256"} | ({"kid": "one"} if self.names_its_key else {})]}

    def grant(self, asked: dict[str, str]) -> str:
        """The way back with a code, or with an error."""
        back = {"state": asked["state"]}
        if asked["client_id"] != CLIENT_ID or urlsplit(asked["redirect_uri"]).path != CALLBACK:
            raise ValueError("an unknown client or address")
        if asked.get("answer") == "no":
            back["error"] = "access_denied"
        elif asked.get("response_type") != "code" or "openid" not in asked["scope"].split():
            back["error"] = "invalid_request"
        else:
            back["code"] = secrets.token_urlsafe(16)
            self.codes[back["code"]] = {**asked, "sub": self.subject, "name": self.name}
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def exchange(self, asked: dict[str, str]) -> dict[str, Any] | None:
        """Tokens for a code, once, to the client that can prove itself."""
        granted = self.codes.pop(asked.get("code", ""), None)
        if granted is None or (asked.get("client_id"), asked.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return None
        if asked.get("redirect_uri") != granted["redirect_uri"] or not _proves(asked, granted):
            return None
        access = secrets.token_urlsafe(16)
        self.tokens[access] = granted["sub"]
        answer = {"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": self._token(granted)}
        if self.fault == "no token":
            del answer["id_token"]
        return answer

    def _token(self, granted: dict[str, str]) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "sub": granted["sub"],
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "jti": secrets.token_urlsafe(8),
            **({"name": granted["name"]} if self.name_in_token else {}),
            **FAULTS.get(self.fault, {}),
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        headers = {"kid": "one"} if self.names_its_key else None
        if self.fault == "unsigned":
            return jwt.encode(claims, None, algorithm="none", headers=headers)
        if self.fault == "shared key":
            return jwt.encode(claims, CLIENT_SECRET * 3, algorithm="HS256", headers=headers)
        return jwt.encode(claims, ANOTHER_KEY if self.fault == "signature" else KEY, algorithm="RS256", headers=headers)

    def userinfo(self, access: str) -> dict[str, Any] | None:
        subject = self.tokens.get(access)
        if subject is None:
            return None
        return {"sub": "somebody else" if self.fault == "userinfo" else subject, "name": self.name}


def _proves(asked: dict[str, str], granted: dict[str, str]) -> bool:
    """Whether the one with the code is the one who began (RFC 7636)."""
    if "code_challenge" not in granted:
        return True
    digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
    return granted["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    of: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if self.of.fault == "down":
            self._send(503, "text/plain", "down")
        elif parts.path == "/.well-known/openid-configuration":
            self._json(self.of.discovery())
        elif parts.path == "/jwks":
            self._json(self.of.keys())
        elif parts.path == "/userinfo":
            self._json(self.of.userinfo(self.headers.get("Authorization", "").removeprefix("Bearer ")))
        elif parts.path == "/authorize":
            self._authorize(dict(parse_qsl(parts.query)))
        else:
            self._send(404, "text/plain", "")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self._json(self.of.exchange(dict(parse_qsl(body)) | self._basic()) if self.path == "/token" else None)

    def _basic(self) -> dict[str, str]:
        given = self.headers.get("Authorization", "")
        if not given.startswith("Basic "):
            return {}
        client, _, secret = base64.b64decode(given[6:]).decode().partition(":")
        return {"client_id": client, "client_secret": secret}

    def _authorize(self, asked: dict[str, str]) -> None:
        if self.of.asks and "answer" not in asked:
            self._send(200, "text/html", _question(self.of.name, asked))
            return
        self.send_response(302)
        self.send_header("Location", self.of.grant(asked))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _json(self, value: dict[str, Any] | None) -> None:
        self._send(400 if value is None else 200, "application/json", json.dumps(value or {"error": "invalid_grant"}))

    def _send(self, status: int, kind: str, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


def _question(name: str, asked: dict[str, str]) -> str:
    fields = "".join(
        f'<input type="hidden" name="{html.escape(k)}" value="{html.escape(v)}">' for k, v in asked.items()
    )
    buttons = '<button name="answer" value="yes">同意</button><button name="answer" value="no">取消</button>'
    return f'<!doctype html><link rel="icon" href="data:,"><h1>{name}</h1><form>{fields}{buttons}</form>'
