"""Oauth authorization server."""

from __future__ import annotations

from typing import Literal

from restmap import NoKey, Params

from .base import OauthResource

GrantTypesSupported = Literal["authorization_code", "client_credentials", "refresh_token"]
TokenEndpointAuthMethodsSupported = Literal["client_secret_post", "none"]


class Oauth2ServerMetadata(OauthResource, uri="/.well-known/oauth-authorization-server"):
    """client.oauth.oauth_authorization_server"""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    response_types_supported: list[Literal["code"]]
    grant_types_supported: list[GrantTypesSupported]
    code_challenge_methods_supported: list[Literal["S256"]]
    token_endpoint_auth_methods_supported: list[TokenEndpointAuthMethodsSupported]

    class Key(NoKey): ...

    class Fetch(Params): ...
