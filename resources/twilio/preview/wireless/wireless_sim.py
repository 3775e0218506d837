"""Sims."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from ...types import CallbackMethod
from .base import PreviewResource
from .wireless_usage import WirelessUsage


class WirelessSim(PreviewResource, uri="/Sims/{sid}"):
    """client.preview.wireless.sims"""

    sid: str = field(prefix="DE")
    unique_name: str | None
    account_sid: str
    rate_plan_sid: str | None
    friendly_name: str | None
    iccid: str | None
    e_id: str | None
    status: str | None
    commands_callback_url: str | None
    commands_callback_method: str | None
    sms_fallback_method: CallbackMethod | None
    sms_fallback_url: str | None
    sms_method: CallbackMethod | None
    sms_url: str | None
    voice_fallback_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_method: CallbackMethod | None
    voice_url: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Update(Params):
        unique_name: str = UNSET
        callback_method: str = UNSET
        callback_url: str = UNSET
        friendly_name: str = UNSET
        rate_plan: str = UNSET
        status: str = UNSET
        commands_callback_method: CallbackMethod = UNSET
        commands_callback_url: str = UNSET
        sms_fallback_method: CallbackMethod = UNSET
        sms_fallback_url: str = UNSET
        sms_method: CallbackMethod = UNSET
        sms_url: str = UNSET
        voice_fallback_method: CallbackMethod = UNSET
        voice_fallback_url: str = UNSET
        voice_method: CallbackMethod = UNSET
        voice_url: str = UNSET

    class List(Paging):
        status: str = UNSET
        iccid: str = UNSET
        rate_plan: str = UNSET
        e_id: str = UNSET
        sim_registration_code: str = UNSET

    class Fetch(Params): ...

    usage = collection(WirelessUsage)
