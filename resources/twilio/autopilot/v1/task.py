"""Tasks of assistants: https://www.twilio.com/docs/autopilot/api/task"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import AutopilotResource
from .field import Field
from .sample import Sample
from .task_actions import TaskActions
from .task_statistics import TaskStatistics


class Task(AutopilotResource, uri="/Assistants/{assistant_sid}/Tasks/{sid}"):
    """client.autopilot.v1.assistants(…).tasks"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    links: dict[str, str] | None
    assistant_sid: str
    sid: str = field(prefix="UD")
    unique_name: str | None
    actions_url: str | None
    url: str

    class Create(Params):
        unique_name: str
        friendly_name: str = UNSET
        actions: Any = param(json_value, default=UNSET)
        actions_url: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        unique_name: str = UNSET
        actions: Any = param(json_value, default=UNSET)
        actions_url: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    fields = collection(Field)
    samples = collection(Sample)
    statistics = collection(TaskStatistics)
    task_actions = collection(TaskActions)
