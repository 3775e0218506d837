"""Authorize."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, NoKey, Params

from .base import OauthResource


class Oauth2Authorize(OauthResource, uri="/authorize"):
    """client.oauth.v2.authorize"""

    redirect_to: str | None

    class Key(NoKey): ...

    class Fetch(Params, redirects=False):
        response_type: str = UNSET
        client_id: str = UNSET
        redirect_uri: str = UNSET
        scope: str = UNSET
        state: str = UNSET
        code_challenge: str = UNSET
        code_challenge_method: Literal["S256"] = UNSET
