"""New factors of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, as_written, field, param

from .base import VerifyResource
from .types import FactorType

Status = Literal["unverified", "verified"]


class NewFactorConfigRelyingParty(Model):
    id: str = UNSET
    name: str = UNSET
    origins: list[str] = UNSET


class NewFactorConfig(Model):
    relying_party: NewFactorConfigRelyingParty = UNSET
    authenticator_attachment: Literal["platform", "cross-platform", "any"] = UNSET
    discoverable_credentials: Literal["required", "preferred", "discouraged"] = UNSET
    user_verification: Literal["required", "preferred", "discouraged"] = UNSET


class NewFactor(
    VerifyResource, uri="/Services/{service_sid}/Passkeys/Factors", parameter_names=as_written
):
    """client.verify.v2.services(…).new_factors"""

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

    class Create(Params, body="json"):
        friendly_name: str = param(default=...)
        identity: str = param(default=...)
        config: NewFactorConfig = UNSET
        create_new_passkeys_factor_request: dict[str, Any] = param(location="body", default=UNSET)
