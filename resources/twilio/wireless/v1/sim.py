"""Sims: https://www.twilio.com/docs/iot/wireless/api/sim-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from ...types import CallbackMethod
from .base import WirelessResource
from .data_session import DataSession
from .usage_record import UsageRecord

ResetStatus = Literal["resetting"]
Status = Literal[
    "new", "ready", "active", "suspended", "deactivated", "canceled", "scheduled", "updating"
]


class Sim(WirelessResource, uri="/Sims/{sid}"):
    """client.wireless.v1.sims"""

    sid: str = field(prefix="DE")
    unique_name: str | None
    account_sid: str
    rate_plan_sid: str | None
    friendly_name: str | None
    iccid: str | None
    e_id: str | None
    status: Status
    reset_status: ResetStatus
    commands_callback_url: str | None
    commands_callback_method: CallbackMethod | None
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
    ip_address: str | None

    class Update(Params):
        unique_name: str = UNSET
        callback_method: CallbackMethod = UNSET
        callback_url: str = UNSET
        friendly_name: str = UNSET
        rate_plan: str = UNSET
        status: Status = UNSET
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
        reset_status: ResetStatus = UNSET
        account_sid: str = UNSET

    class List(Paging):
        status: Status = UNSET
        iccid: str = UNSET
        rate_plan: str = UNSET
        e_id: str = UNSET
        sim_registration_code: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    data_sessions = collection(DataSession)
    usage_records = collection(UsageRecord)
