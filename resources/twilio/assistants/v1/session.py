"""Sessions."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection

from .base import AssistantsResource
from .messages import Messages


class Session(AssistantsResource, uri="/Sessions/{id}"):
    """client.assistants.v1.sessions"""

    id: str
    account_sid: str
    assistant_id: str
    verified: bool
    identity: str
    date_created: datetime
    date_updated: datetime

    class List(Paging): ...

    class Fetch(Params): ...

    messages = collection(Messages)
