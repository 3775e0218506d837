from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Params, field, param

from .base import IamResource


class Policy(Model):
    allow: list[str] | None = None
    deny: list[str] | None = None


class VendorOauthAppCreateRequest(Model):
    type: str = UNSET
    friendly_name: str = UNSET
    owner_sid: str | None = None
    description: str = UNSET
    client_sid: str | None = None
    token_endpoint_auth_method: Literal["client_secret_basic"] = UNSET
    policy: Policy = UNSET
    access_token_ttl: int = UNSET


class VendorOauthAppUpdateRequestPolicy(Model):
    allow: list[str] = UNSET
    deny: list[str] = UNSET


class VendorOauthAppUpdateRequest(Model):
    type: str | None = None
    friendly_name: str | None = None
    description: str | None = None
    policy: VendorOauthAppUpdateRequestPolicy | None = None
    access_token_ttl: int | None = None


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
    policy: Policy
    access_token_ttl: int

    class Create(Params):
        iam_v1_account_vendor_oauth_app_create_request: VendorOauthAppCreateRequest = param(
            location="body"
        )

    class Update(Params, method="PUT"):
        iam_v1_account_vendor_oauth_app_update_request: VendorOauthAppUpdateRequest = param(
            location="body"
        )

    class Delete(Params): ...
