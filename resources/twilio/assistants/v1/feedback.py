"""Feedbacks of assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import AssistantsResource


class Feedback(AssistantsResource, uri="/Assistants/{id}/Feedbacks"):
    """client.assistants.v1.assistants(…).feedbacks"""

    assistant_id: str
    id: str
    account_sid: str
    user_sid: str | None
    message_id: str
    score: float
    session_id: str
    text: str
    date_created: datetime
    date_updated: datetime

    class Create(Params):
        session_id: str = param(default=...)
        message_id: str = UNSET
        score: float = UNSET
        text: str = UNSET
        assistants_v1_service_create_feedback_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging): ...
