"""Messages of sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging

from .base import AssistantsResource


class Messages(AssistantsResource, uri="/Sessions/{session_id}/Messages"):
    """client.assistants.v1.sessions(…).messages"""

    id: str
    account_sid: str
    assistant_id: str
    session_id: str
    identity: str
    role: str
    content: dict[str, Any]
    meta: dict[str, Any]
    date_created: datetime
    date_updated: datetime

    class List(Paging): ...
