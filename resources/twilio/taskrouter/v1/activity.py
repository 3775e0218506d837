"""Activities of workspaces: https://www.twilio.com/docs/taskrouter/api/activity"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TaskrouterResource


class Activity(TaskrouterResource, uri="/Workspaces/{workspace_sid}/Activities/{sid}"):
    """client.taskrouter.v1.workspaces(…).activities"""

    account_sid: str
    available: bool | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    sid: str = field(prefix="WA")
    workspace_sid: str
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str
        available: bool = UNSET

    class Update(Params):
        friendly_name: str = UNSET

    class List(Paging):
        friendly_name: str = UNSET
        available: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
