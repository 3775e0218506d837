from __future__ import annotations

from typing import Any

from restmap import Params, camel_case

from .base import NumbersResource


class SmsVerification(NumbersResource, uri="/CallerIds/SmsVerifications", field_names=camel_case):
    """numbers.v1.sms_verifications."""

    to: str
    verification_sid: str
    send_code_attempts: list[dict[str, Any]]

    class Create(Params): ...
