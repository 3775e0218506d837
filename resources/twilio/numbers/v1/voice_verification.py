"""Voice verifications."""

from __future__ import annotations

from restmap import Params, camel_case

from .base import NumbersResource


class VoiceVerification(
    NumbersResource, uri="/CallerIds/VoiceVerifications", field_names=camel_case
):
    """client.numbers.v1.voice_verifications"""

    account_sid: str
    phone_number: str
    friendly_name: str | None
    validation_code: str
    call_sid: str

    class Create(Params, body="form"): ...
