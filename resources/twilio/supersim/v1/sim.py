"""Sims: https://www.twilio.com/docs/iot/supersim/api/sim-resource"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field

from ...types import CallbackMethod
from .base import SupersimResource
from .billing_period import BillingPeriod
from .ip_address import IpAddress

Status = Literal["new", "ready", "active", "inactive", "scheduled"]
StatusUpdate = Literal["ready", "active", "inactive"]


class Sim(SupersimResource, uri="/Sims/{sid}"):
    """client.supersim.v1.sims"""

    sid: str = field(prefix="HS")
    unique_name: str | None
    account_sid: str
    iccid: str | None
    status: Status
    fleet_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        iccid: str
        registration_code: str

    class Update(Params):
        unique_name: str = UNSET
        status: StatusUpdate = UNSET
        fleet: str = UNSET
        callback_url: str = UNSET
        callback_method: CallbackMethod = UNSET
        account_sid: str = UNSET

    class List(Paging):
        status: Status = UNSET
        fleet: str = UNSET
        iccid: str = UNSET

    class Fetch(Params): ...

    billing_periods = collection(BillingPeriod)
    sim_ip_addresses = collection(IpAddress)
