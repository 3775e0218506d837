"""Stream messages of sync streams."""

from __future__ import annotations

from typing import Any

from restmap import Params, field, json_value, param

from .base import SyncResource


class StreamMessage(SyncResource, uri="/Services/{service_sid}/Streams/{stream_sid}/Messages"):
    """client.sync.v1.services(…).sync_streams(…).stream_messages"""

    sid: str = field(prefix="TZ")
    data: Any
    service_sid: str
    stream_sid: str

    class Create(Params):
        data: Any = param(json_value)
