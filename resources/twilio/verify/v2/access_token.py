"""Access tokens of services."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Params, field

from .base import VerifyResource

FactorTypes = Literal["push"]


class AccessToken(VerifyResource, uri="/Services/{service_sid}/AccessTokens/{sid}"):
    """client.verify.v2.services(…).access_tokens"""

    sid: str = field(prefix="YK")
    account_sid: str
    service_sid: str
    entity_identity: str | None
    factor_type: FactorTypes
    factor_friendly_name: str | None
    token: str | None
    url: str
    ttl: int
    date_created: datetime

    class Create(Params):
        identity: str
        factor_type: FactorTypes
        factor_friendly_name: str = UNSET
        ttl: int = UNSET

    class Fetch(Params): ...
