"""Esim profiles."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import SupersimResource

Status = Literal["new", "reserving", "available", "downloaded", "installed", "failed"]


class EsimProfile(SupersimResource, uri="/ESimProfiles/{sid}"):
    """client.supersim.v1.esim_profiles"""

    sid: str = field(prefix="HP")
    account_sid: str
    iccid: str | None
    sim_sid: str | None
    status: Status
    eid: str | None
    smdp_plus_address: str | None
    matching_id: str | None
    activation_code: str | None
    error_code: str | None
    error_message: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        callback_url: str = UNSET
        callback_method: CallbackMethod = UNSET
        generate_matching_id: bool = UNSET
        eid: str = UNSET

    class List(Paging):
        eid: str = UNSET
        sim_sid: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...
