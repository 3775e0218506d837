"""Sms verifications."""

from __future__ import annotations

from restmap import Model, Params, camel_case

from .base import NumbersResource


class SmsVerificationSendCodeAttempt(Model):
    attempt_sid: str | None = None
    time: str | None = None


class SmsVerification(NumbersResource, uri="/CallerIds/SmsVerifications", field_names=camel_case):
    """client.numbers.v1.sms_verifications"""

    to: str
    verification_sid: str
    send_code_attempts: list[SmsVerificationSendCodeAttempt]

    class Create(Params, body="form"): ...
