"""User defined message subscriptions of calls."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, field

from ...types import CallbackMethod
from .base import ApiResource


class UserDefinedMessageSubscription(
    ApiResource,
    uri="/Accounts/{account_sid}/Calls/{call_sid}/UserDefinedMessageSubscriptions/{sid}.json",
):
    """client.api.v2010.accounts(…).calls(…).user_defined_message_subscriptions"""

    account_sid: str
    call_sid: str
    sid: str = field(prefix="ZY")
    date_created: datetime
    uri: str

    class Create(Params):
        callback: str
        idempotency_key: str = UNSET
        method: CallbackMethod = UNSET

    class Delete(Params): ...
