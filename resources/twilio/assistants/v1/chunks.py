"""Chunks of knowledges."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import Paging

from .base import AssistantsResource


class Chunks(AssistantsResource, uri="/Knowledge/{id}/Chunks"):
    """client.assistants.v1.knowledge(…).chunks"""

    account_sid: str
    content: str
    metadata: dict[str, Any]
    date_created: datetime
    date_updated: datetime
    id: str

    class List(Paging): ...
