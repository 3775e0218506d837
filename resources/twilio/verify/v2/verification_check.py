"""Verification checks of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Params, field

from .base import VerifyResource
from .types import Channel


class VerificationCheck(VerifyResource, uri="/Services/{service_sid}/VerificationCheck"):
    """client.verify.v2.services(…).verification_checks"""

    sid: str = field(prefix="VE")
    service_sid: str
    account_sid: str
    to: str | None
    channel: Channel
    status: str | None
    valid: bool | None
    amount: str | None
    payee: str | None
    date_created: datetime
    date_updated: datetime | None
    sna_attempts_error_codes: list[Any] | None

    class Create(Params):
        code: str = UNSET
        to: str = UNSET
        verification_sid: str = UNSET
        amount: str = UNSET
        payee: str = UNSET
        sna_client_token: str = UNSET
