"""An outer identity: what an OpenID provider says about a person, believed once it was checked."""

from __future__ import annotations

import hashlib
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_noop

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
#: seconds by which the provider's clock may differ from ours
LEEWAY = 60
#: the default of the setting; a name that an operator chose is shown as it is
DEFAULT_NAME = gettext_noop("统一身份认证")


class OuterIdentityAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Reads who came back from the provider.

    The library believes a token that it fetched itself without looking at the
    signature, and takes the name of the account from an answer that is not signed
    at all. Here the signed token alone says who it is.
    """

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """The identity of a checked token; of its claims only what a page shows is kept."""
        try:
            claims = self._checked(kwargs["response"]["id_token"], app.client_id)
            shown = self._shown_name(claims, token.token)
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
            raise OAuth2Error(f"the provider's token is not valid: {error!r}") from error
        kept = {"identity": identity_of(claims["iss"], claims["sub"]), "sub": claims["sub"], "shown": shown}
        return self.get_provider().sociallogin_from_response(request, {"userinfo": kept})

    def _checked(self, token: str, client_id: str) -> dict[str, Any]:
        header = jwt.get_unverified_header(token)
        claims: dict[str, Any] = jwt.decode(
            token,
            self._key(header.get("kid")),
            algorithms=ALGORITHMS,
            audience=client_id,
            issuer=self.openid_config["issuer"],
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
        if claims.get("azp", client_id) != client_id:
            raise ValueError("the token was issued to another client")
        return claims

    def _key(self, kid: str | None) -> jwt.PyJWK:
        """The key of that name; a provider with one key need not name it."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if key.public_key_use in (None, "sig")]
        fitting = [key for key in keys if kid in (None, key.key_id)]
        if len(fitting) != 1:
            raise ValueError(f"{len(fitting)} keys fit the token")
        return fitting[0]

    def _shown_name(self, claims: dict[str, Any], access_token: str) -> str:
        """How the person is called over there; a provider may keep that for a second question."""
        names = ("name", "preferred_username")
        if not any(claims.get(name) for name in names) and "userinfo_endpoint" in self.openid_config:
            more = self._fetch_user_info(access_token)
            if more["sub"] != claims["sub"]:
                raise ValueError("the second answer is about somebody else")
            claims = {**more, **claims}
        return str(next((claims[name] for name in names if claims.get(name)), claims["sub"]))


def identity_of(issuer: str, subject: str) -> str:
    """One name for who it is and who says so: the subject alone may mean another person at the next provider."""
    return hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()


def provider_name() -> str:
    """How the provider is called on the pages."""
    name: str = settings.LUOSHI["OIDC_NAME"]
    return gettext(name)
