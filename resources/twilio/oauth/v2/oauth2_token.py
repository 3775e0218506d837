"""Token."""

from __future__ import annotations

from restmap import UNSET, Params, param

from .base import OauthResource


class Oauth2Token(OauthResource, uri="/token"):
    """client.oauth.v2.token"""

    access_token: str | None
    refresh_token: str | None
    id_token: str | None
    token_type: str | None
    expires_in: int | None

    class Create(Params):
        grant_type: str
        account_sid: str = param(location="query", default=UNSET)
        client_id: str = UNSET
        client_secret: str = param(sensitive=True, default=UNSET)
        code: str = UNSET
        redirect_uri: str = UNSET
        audience: str = UNSET
        refresh_token: str = UNSET
        scope: str = UNSET
        code_verifier: str = UNSET
