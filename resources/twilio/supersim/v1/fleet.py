"""Fleets."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import SupersimResource

DataMetering = Literal["payg"]


class FleetParameters(Params):
    """The parameters of Create and Update."""

    unique_name: str = UNSET
    data_limit: int = UNSET
    ip_commands_url: str = UNSET
    ip_commands_method: CallbackMethod = UNSET
    sms_commands_url: str = UNSET
    sms_commands_method: CallbackMethod = UNSET


class Fleet(SupersimResource, uri="/Fleets/{sid}"):
    """client.supersim.v1.fleets"""

    account_sid: str
    sid: str = field(prefix="HF")
    unique_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    data_enabled: bool | None
    data_limit: int
    data_metering: DataMetering
    sms_commands_enabled: bool | None
    sms_commands_url: str | None
    sms_commands_method: CallbackMethod | None
    network_access_profile_sid: str | None
    ip_commands_url: str | None
    ip_commands_method: CallbackMethod | None

    class Create(FleetParameters):
        network_access_profile: str
        data_enabled: bool = UNSET
        sms_commands_enabled: bool = UNSET

    class Update(FleetParameters):
        network_access_profile: str = UNSET

    class List(Paging):
        network_access_profile: str = UNSET

    class Fetch(Params): ...
