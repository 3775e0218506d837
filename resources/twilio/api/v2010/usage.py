"""Usage of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restmap import NoKey, collection, deferred

from .base import ApiResource

if TYPE_CHECKING:
    from .record import Record, Records
    from .trigger import Trigger
else:
    Record = deferred(".record:Record", __package__)
    Records = deferred(".record:Records", __package__)
    Trigger = deferred(".trigger:Trigger", __package__)


class Usage(ApiResource, uri="/Accounts/{account_sid}/Usage.json"):
    """client.api.v2010.accounts(…).usage"""

    account_sid: str

    class Key(NoKey): ...

    records = collection(Record, Records)
    triggers = collection(Trigger)
