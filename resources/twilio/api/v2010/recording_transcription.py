"""Transcriptions of recordings."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params, field

from .base import ApiResource

Status = Literal["in-progress", "completed", "failed"]


class Transcription(
    ApiResource, uri="/Accounts/{account_sid}/Recordings/{recording_sid}/Transcriptions/{sid}.json"
):
    """client.api.v2010.accounts(…).recordings(…).transcriptions"""

    account_sid: str
    api_version: str | None
    date_created: datetime
    date_updated: datetime | None
    duration: str | None
    price: float | None
    price_unit: str | None
    recording_sid: str
    sid: str = field(prefix="TR")
    status: Status
    transcription_text: str | None
    type: str | None
    uri: str

    class List(Paging, items="transcriptions"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
