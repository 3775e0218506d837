"""New factors of entities."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, field, json_value, param

from .base import VerifyResource
from .types import FactorStatuses, FactorTypes, TotpAlgorithms

NotificationPlatforms = Literal["apn", "fcm", "none"]


class NewFactor(VerifyResource, uri="/Services/{service_sid}/Entities/{identity}/Factors"):
    """client.verify.v2.services(…).entities(…).new_factors"""

    sid: str = field(prefix="YF")
    account_sid: str
    service_sid: str
    entity_sid: str | None
    identity: str
    binding: Any
    options: Any
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    status: FactorStatuses
    factor_type: FactorTypes
    config: Any
    metadata: Any
    url: str

    class Create(Params):
        friendly_name: str
        factor_type: FactorTypes
        binding_alg: str = param(name="Binding.Alg", default=UNSET)
        binding_public_key: str = param(name="Binding.PublicKey", default=UNSET)
        config_app_id: str = param(name="Config.AppId", default=UNSET)
        config_notification_platform: NotificationPlatforms = param(
            name="Config.NotificationPlatform", default=UNSET
        )
        config_notification_token: str = param(name="Config.NotificationToken", default=UNSET)
        config_sdk_version: str = param(name="Config.SdkVersion", default=UNSET)
        binding_secret: str = param(name="Binding.Secret", sensitive=True, default=UNSET)
        config_time_step: int = param(name="Config.TimeStep", default=UNSET)
        config_skew: int = param(name="Config.Skew", default=UNSET)
        config_code_length: int = param(name="Config.CodeLength", default=UNSET)
        config_alg: TotpAlgorithms = param(name="Config.Alg", default=UNSET)
        metadata: Any = param(json_value, default=UNSET)
