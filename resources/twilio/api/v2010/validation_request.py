"""Validation requests of accounts."""

from __future__ import annotations

from restmap import UNSET, Params

from ...types import CallbackMethod
from .base import ApiResource


class ValidationRequest(ApiResource, uri="/Accounts/{account_sid}/OutgoingCallerIds.json"):
    """client.api.v2010.accounts(…).validation_requests"""

    account_sid: str
    call_sid: str | None
    friendly_name: str | None
    phone_number: str | None
    validation_code: str | None

    class Create(Params):
        phone_number: str
        friendly_name: str = UNSET
        call_delay: int = UNSET
        extension: str = UNSET
        status_callback: str = UNSET
        status_callback_method: CallbackMethod = UNSET
