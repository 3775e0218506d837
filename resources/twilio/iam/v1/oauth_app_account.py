"""O auth apps."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, as_written, field, param

from .base import IamResource


class OauthAppAccountPolicy(Model):
    allow: list[str] | None = None
    deny: list[str] | None = None


class OauthAppAccountPolicyInput(Model):
    allow: list[str] = UNSET
    deny: list[str] = UNSET


class OauthAppAccount(IamResource, uri="/Account/OAuthApps/{sid}", parameter_names=as_written):
    """client.iam.v1.o_auth_apps"""

    type: str
    sid: str = field(prefix="OQ")
    friendly_name: str
    description: str
    date_created: datetime
    created_by: str
    creator_sid: str
    secret: str
    status: str
    policy: OauthAppAccountPolicy
    access_token_ttl: int

    class Create(Params, body="json"):
        type: str = UNSET
        friendly_name: str = UNSET
        owner_sid: str | None = UNSET
        description: str = UNSET
        client_sid: str | None = UNSET
        token_endpoint_auth_method: Literal["client_secret_basic"] = UNSET
        policy: OauthAppAccountPolicy = UNSET
        access_token_ttl: int = UNSET
        iam_v1_account_vendor_oauth_app_create_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT", body="json"):
        type: str | None = UNSET
        friendly_name: str | None = UNSET
        description: str | None = UNSET
        policy: OauthAppAccountPolicyInput | None = UNSET
        access_token_ttl: int | None = UNSET
        iam_v1_account_vendor_oauth_app_update_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Delete(Params): ...
