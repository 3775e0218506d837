"""Notifications of calls."""

from __future__ import annotations

from datetime import date, datetime

from restmap import UNSET, Paging, Params, field, param

from ...types import CallbackMethod
from .base import ApiResource


class Notification(
    ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/Notifications/{sid}.json"
):
    """client.api.v2010.accounts(…).calls(…).notifications"""

    account_sid: str
    api_version: str | None
    call_sid: str
    date_created: datetime
    date_updated: datetime | None
    error_code: str | None
    log: str | None
    message_date: datetime | None
    message_text: str | None
    more_info: str | None
    request_method: CallbackMethod | None
    request_url: str | None
    request_variables: str | None
    response_body: str | None
    response_headers: str | None
    sid: str = field(prefix="NO")
    uri: str

    class List(Paging, items="notifications"):
        log: int = UNSET
        message_date: date = UNSET
        message_date_before: date = param(name="MessageDate<", default=UNSET)
        message_date_after: date = param(name="MessageDate>", default=UNSET)

    class Fetch(Params): ...
