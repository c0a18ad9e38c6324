"""Single sign-on in the words of the sign-in library, or nothing where it is off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def single_sign_on(table: Mapping[str, Any]) -> dict[str, Any]:
    """The provider that the table names; without an address, a client id and a secret there is none."""
    if not (table["OIDC_SERVER"] and table["OIDC_CLIENT_ID"] and table["OIDC_CLIENT_SECRET"]):
        return {}
    app = {
        "provider_id": "oidc",
        "name": table["OIDC_NAME"],
        "client_id": table["OIDC_CLIENT_ID"],
        "secret": table["OIDC_CLIENT_SECRET"],
        "settings": {
            "server_url": table["OIDC_SERVER"].rstrip("/"),
            "scope": ["openid", "profile"],
            "oauth_pkce_enabled": True,
            "uid_field": "identity",
        },
    }
    return {"openid_connect": {"APPS": [app]}}
