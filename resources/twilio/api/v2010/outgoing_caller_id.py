"""Outgoing caller ids of accounts: https://www.twilio.com/docs/voice/api/outgoing-caller-ids"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ApiResource


class OutgoingCallerId(ApiResource, uri="/Accounts/{account_sid}/OutgoingCallerIds/{sid}.json"):
    """client.api.v2010.accounts(…).outgoing_caller_ids"""

    sid: str = field(prefix="PN")
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    account_sid: str
    phone_number: str | None
    uri: str

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging, items="outgoing_caller_ids"):
        phone_number: str = UNSET
        friendly_name: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
