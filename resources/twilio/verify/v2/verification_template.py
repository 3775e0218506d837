"""Templates."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, field

from .base import VerifyResource


class VerificationTemplate(VerifyResource, uri="/Templates"):
    """client.verify.v2.templates"""

    sid: str = field(prefix="HJ")
    account_sid: str
    friendly_name: str | None
    channels: list[str] | None
    translations: Any

    class List(Paging):
        friendly_name: str = UNSET
