from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import NoKey, Params, field, param

from .base import VerifyResource
from .types import FactorType

Status = Literal["unverified", "verified"]


class NewVerifyFactor(VerifyResource, uri="/Services/{service_sid}/Passkeys/VerifyFactor"):
    """verify.v2.services(…).new_verify_factors."""

    sid: str = field(prefix="YF")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    status: Status
    factor_type: FactorType
    config: Any
    metadata: Any
    url: str

    class Key(NoKey): ...

    class Update(Params):
        verify_passkeys_factor_request: dict[str, Any] = param(location="body")
