"""Factors of entities."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field, param

from .base import VerifyResource
from .types import FactorStatuses, FactorTypes, TotpAlgorithms


class Factor(VerifyResource, uri="/Services/{service_sid}/Entities/{identity}/Factors/{sid}"):
    """client.verify.v2.services(…).entities(…).factors"""

    sid: str = field(prefix="YF")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    status: FactorStatuses
    factor_type: FactorTypes
    config: Any
    metadata: Any
    url: str

    class Update(Params):
        auth_payload: str = UNSET
        friendly_name: str = UNSET
        config_notification_token: str = param(name="Config.NotificationToken", default=UNSET)
        config_sdk_version: str = param(name="Config.SdkVersion", default=UNSET)
        config_time_step: int = param(name="Config.TimeStep", default=UNSET)
        config_skew: int = param(name="Config.Skew", default=UNSET)
        config_code_length: int = param(name="Config.CodeLength", default=UNSET)
        config_alg: TotpAlgorithms = param(name="Config.Alg", default=UNSET)
        config_notification_platform: str = param(name="Config.NotificationPlatform", default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
