"""Voice verification checks."""

from __future__ import annotations

from restmap import Params, camel_case

from .base import NumbersResource


class VoiceVerificationCheck(
    NumbersResource, uri="/CallerIds/VoiceVerificationChecks", field_names=camel_case
):
    """client.numbers.v1.voice_verification_checks"""

    to: str
    caller_id_sid: str | None

    class Create(Params, body="form"): ...
