"""Feedback of messages."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Params

from .base import ApiResource

Outcome = Literal["confirmed", "unconfirmed"]


class Feedback(ApiResource, uri="/Accounts/{account_sid}/Messages/{message_sid}/Feedback.json"):
    """client.api.v2010.accounts(…).messages(…).feedback"""

    account_sid: str
    message_sid: str
    outcome: Outcome
    date_created: datetime
    date_updated: datetime | None
    uri: str

    class Create(Params):
        outcome: Outcome = UNSET
