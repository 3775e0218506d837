"""Token."""

from __future__ import annotations

from restmap import UNSET, Params, param

from .base import OauthResource


class Token(OauthResource, uri="/token"):
    """client.oauth.v1.token"""

    access_token: str | None
    refresh_token: str | None
    id_token: str | None
    token_type: str | None
    expires_in: int | None

    class Create(Params):
        grant_type: str
        client_id: str
        client_secret: str = param(sensitive=True, default=UNSET)
        code: str = UNSET
        redirect_uri: str = UNSET
        audience: str = UNSET
        refresh_token: str = UNSET
        scope: str = UNSET
