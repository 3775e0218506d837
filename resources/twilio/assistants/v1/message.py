from __future__ import annotations

from restmap import UNSET, Model, Params, param

from .base import AssistantsResource


class AssistantSendMessageRequest(Model):
    identity: str
    body: str
    session_id: str = UNSET
    webhook: str = UNSET
    mode: str = UNSET


class Message(AssistantsResource, uri="/Assistants/{id}/Messages"):
    """assistants.v1.assistants(…).messages."""

    status: str
    flagged: bool
    aborted: bool
    session_id: str
    account_sid: str
    body: str
    error: str
    id: str

    class Create(Params):
        assistants_v1_service_assistant_send_message_request: AssistantSendMessageRequest = param(
            location="body"
        )
