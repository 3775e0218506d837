"""Verification attempts summary."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, NoKey, Params

from .base import VerifyResource
from .types import Channels


class VerificationAttemptsSummary(VerifyResource, uri="/Attempts/Summary"):
    """client.verify.v2.verification_attempts_summary"""

    total_attempts: int
    total_converted: int
    total_unconverted: int
    conversion_rate_percentage: str | None
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        verify_service_sid: str = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET
        country: str = UNSET
        channel: Channels = UNSET
        destination_prefix: str = UNSET
