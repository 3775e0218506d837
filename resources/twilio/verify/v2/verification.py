"""Verifications of services: https://www.twilio.com/docs/verify/api/verification"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, field, json_value, param

from .base import VerifyResource
from .types import Channel

RiskCheck = Literal["enable", "disable"]
Status = Literal["canceled", "approved"]


class Verification(VerifyResource, uri="/Services/{service_sid}/Verifications/{sid}"):
    """client.verify.v2.services(…).verifications"""

    sid: str = field(prefix="VE")
    service_sid: str
    account_sid: str
    to: str | None
    channel: Channel
    status: str | None
    valid: bool | None
    lookup: Any
    amount: str | None
    payee: str | None
    send_code_attempts: list[Any] | None
    date_created: datetime
    date_updated: datetime | None
    sna: Any
    url: str

    class Create(Params):
        to: str
        channel: str
        custom_friendly_name: str = UNSET
        custom_message: str = UNSET
        send_digits: str = UNSET
        locale: str = UNSET
        custom_code: str = UNSET
        amount: str = UNSET
        payee: str = UNSET
        rate_limits: Any = param(json_value, default=UNSET)
        channel_configuration: Any = param(json_value, default=UNSET)
        app_hash: str = UNSET
        template_sid: str = UNSET
        template_custom_substitutions: str = UNSET
        templates: str = UNSET
        device_ip: str = UNSET
        enable_sna_client_token: bool = UNSET
        risk_check: RiskCheck = UNSET
        tags: str = UNSET

    class Update(Params):
        status: Status

    class Fetch(Params): ...
