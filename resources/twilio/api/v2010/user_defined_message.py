"""User defined messages of calls."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from .base import ApiResource


class UserDefinedMessage(
    ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/UserDefinedMessages.json"
):
    """client.api.v2010.accounts(…).calls(…).user_defined_messages"""

    account_sid: str
    call_sid: str
    sid: str = field(prefix="KX")
    date_created: datetime

    class Create(Params):
        content: str
        idempotency_key: str = UNSET
