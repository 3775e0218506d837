"""Webhooks of assistants."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import AutopilotResource


class Webhook(AutopilotResource, uri="/Assistants/{assistant_sid}/Webhooks/{sid}"):
    """client.autopilot.v1.assistants(…).webhooks"""

    url: str
    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    assistant_sid: str
    sid: str = field(prefix="UM")
    unique_name: str | None
    events: str | None
    webhook_url: str | None
    webhook_method: str | None

    class Create(Params):
        unique_name: str
        events: str
        webhook_url: str
        webhook_method: str = UNSET

    class Update(Params):
        unique_name: str = UNSET
        events: str = UNSET
        webhook_url: str = UNSET
        webhook_method: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
