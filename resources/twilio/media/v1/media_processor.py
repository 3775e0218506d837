"""Media processor."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, json_value, param

from ...types import HttpMethod
from .base import MediaResource
from .types import Order, UpdateStatus

Status = Literal["failed", "started", "ended"]


class MediaProcessor(MediaResource, uri="/MediaProcessors/{sid}"):
    """client.media.v1.media_processor"""

    account_sid: str
    sid: str = field(prefix="ZX")
    date_created: datetime
    date_updated: datetime | None
    extension: str | None
    extension_context: str | None
    status: Status | None
    url: str
    ended_reason: str | None
    status_callback: str | None
    status_callback_method: HttpMethod | None
    max_duration: int | None

    class Create(Params):
        extension: str
        extension_context: str
        extension_environment: Any = param(json_value, default=UNSET)
        status_callback: str = UNSET
        status_callback_method: HttpMethod = UNSET
        max_duration: int = UNSET

    class Update(Params):
        status: UpdateStatus

    class List(Paging):
        order: Order = UNSET
        status: Status = UNSET

    class Fetch(Params): ...
