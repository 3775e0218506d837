from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Model, Paging, Params, param

from .base import AssistantsResource


class CreateFeedbackRequest(Model):
    session_id: str
    message_id: str = UNSET
    score: float = UNSET
    text: str = UNSET


class Feedback(AssistantsResource, uri="/Assistants/{id}/Feedbacks"):
    """assistants.v1.assistants(…).feedbacks."""

    assistant_id: str
    id: str
    account_sid: str
    user_sid: str
    message_id: str
    score: float
    session_id: str
    text: str
    date_created: datetime
    date_updated: datetime

    class Create(Params):
        assistants_v1_service_create_feedback_request: CreateFeedbackRequest = param(
            location="body"
        )

    class List(Paging): ...
