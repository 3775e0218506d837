"""Messages of assistants."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import AssistantsResource


class Message(AssistantsResource, uri="/Assistants/{id}/Messages"):
    """client.assistants.v1.assistants(…).messages"""

    status: str
    flagged: bool | None
    aborted: bool | None
    session_id: str
    account_sid: str
    body: str | None
    error: str | None
    id: str

    class Create(Params):
        identity: str = param(default=...)
        body: str = param(default=...)
        session_id: str = UNSET
        webhook: str = UNSET
        mode: str = UNSET
        assistants_v1_service_assistant_send_message_request: dict[str, Any] = param(
            location="body", default=UNSET
        )
