from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Params, field, param

from .base import IamResource


class OauthAppAccount(IamResource, uri="/Account/OAuthApps/{sid}"):
    """iam.v1.o_auth_apps."""

    type: str
    sid: str = field(prefix="OQ")
    friendly_name: str
    description: str
    date_created: datetime
    created_by: str
    creator_sid: str
    secret: str
    status: str
    policy: dict[str, Any]
    access_token_ttl: int

    class Create(Params):
        iam_v1_account_vendor_oauth_app_create_request: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT"):
        iam_v1_account_vendor_oauth_app_update_request: dict[str, Any] = param(location="body")

    class Delete(Params): ...
