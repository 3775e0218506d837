from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import Params, field, param

from .base import VerifyResource
from .types import FactorType

Status = Literal["unverified", "verified"]


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
        create_new_passkeys_factor_request: dict[str, Any] = param(location="body")
