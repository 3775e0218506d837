"""Model builds of assistants: https://www.twilio.com/docs/autopilot/api/model-build"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from .base import AutopilotResource

Status = Literal["enqueued", "building", "completed", "failed", "canceled"]


class ModelBuild(AutopilotResource, uri="/Assistants/{assistant_sid}/ModelBuilds/{sid}"):
    """client.autopilot.v1.assistants(…).model_builds"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    assistant_sid: str
    sid: str = field(prefix="UG")
    status: Status | None
    unique_name: str | None
    url: str
    build_duration: int | None
    error_code: int | None

    class Create(Params):
        status_callback: str = UNSET
        unique_name: str = UNSET

    class Update(Params):
        unique_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
