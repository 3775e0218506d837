"""Token."""

from __future__ import annotations

from restmap import UNSET, Params, as_written, param

from .base import IamResource


class Token(IamResource, uri="/token", parameter_names=as_written):
    """client.iam.v1.token"""

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
