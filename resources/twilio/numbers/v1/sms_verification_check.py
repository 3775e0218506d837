"""Sms verification checks."""

from __future__ import annotations

from restmap import Params, camel_case

from .base import NumbersResource


class SmsVerificationCheck(
    NumbersResource, uri="/CallerIds/SmsVerificationChecks", field_names=camel_case
):
    """client.numbers.v1.sms_verification_checks"""

    to: str
    verification_sid: str
    status: str
    caller_id_sid: str | None

    class Create(Params, body="form"): ...
