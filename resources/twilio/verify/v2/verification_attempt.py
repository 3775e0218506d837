"""Verification attempts."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import VerifyResource
from .types import Channels

ConversionStatus = Literal["converted", "unconverted"]


class VerificationAttempt(VerifyResource, uri="/Attempts/{sid}"):
    """client.verify.v2.verification_attempts"""

    sid: str = field(prefix="VL")
    account_sid: str
    service_sid: str | None
    verification_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    conversion_status: ConversionStatus
    channel: Channels
    price: Any
    channel_data: Any
    url: str

    class List(Paging):
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET
        channel_data_to: str = param(name="ChannelData.To", default=UNSET)
        country: str = UNSET
        channel: Channels = UNSET
        verify_service_sid: str = UNSET
        verification_sid: str = UNSET
        status: ConversionStatus = UNSET

    class Fetch(Params): ...
