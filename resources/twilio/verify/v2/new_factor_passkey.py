from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, field, param

from .base import VerifyResource
from .types import FactorType

Status = Literal["unverified", "verified"]


class RelyingParty(Model):
    id: str = UNSET
    name: str = UNSET
    origins: list[str] = UNSET


class NewFactorCreateNewPasskeysFactorRequestConfig(Model):
    relying_party: RelyingParty = field(name="relying_party", default=UNSET)
    authenticator_attachment: Literal["platform", "cross-platform", "any"] = field(
        name="authenticator_attachment", default=UNSET
    )
    discoverable_credentials: Literal["required", "preferred", "discouraged"] = field(
        name="discoverable_credentials", default=UNSET
    )
    user_verification: Literal["required", "preferred", "discouraged"] = field(
        name="user_verification", default=UNSET
    )


class NewFactorCreateNewPasskeysFactorRequest(Model):
    friendly_name: str = field(name="friendly_name")
    identity: str
    config: NewFactorCreateNewPasskeysFactorRequestConfig = UNSET


class NewFactor(VerifyResource, uri="/Services/{service_sid}/Passkeys/Factors"):
    """verify.v2.services(…).new_factors."""

    sid: str = field(prefix="YF")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str | None
    binding: Any
    options: Any
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    status: Status
    factor_type: FactorType
    config: Any
    metadata: Any
    url: str

    class Create(Params):
        create_new_passkeys_factor_request: NewFactorCreateNewPasskeysFactorRequest = param(
            location="body"
        )
