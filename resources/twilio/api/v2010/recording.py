"""Recordings of accounts: https://www.twilio.com/docs/voice/api/recording"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, param

from .add_on_result import AddOnResult
from .base import ApiResource
from .recording_transcription import Transcription
from .types import Source

Status = Literal["in-progress", "paused", "stopped", "processing", "completed", "absent", "deleted"]


class Recording(ApiResource, uri="/Accounts/{account_sid}/Recordings/{sid}.json"):
    """client.api.v2010.accounts(…).recordings"""

    account_sid: str
    api_version: str | None
    call_sid: str | None
    conference_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    start_time: datetime | None
    duration: str | None
    sid: str = field(prefix="RE")
    price: str | None
    price_unit: str | None
    status: Status
    channels: int | None
    source: Source
    error_code: int | None
    uri: str
    encryption_details: Any
    subresource_uris: dict[str, str] | None
    media_url: str | None

    class List(Paging, items="recordings"):
        date_created: datetime = UNSET
        date_created_before: datetime = param(name="DateCreated<", default=UNSET)
        date_created_after: datetime = param(name="DateCreated>", default=UNSET)
        call_sid: str = UNSET
        conference_sid: str = UNSET
        include_soft_deleted: bool = UNSET

    class Fetch(Params):
        include_soft_deleted: bool = UNSET

    class Delete(Params): ...

    add_on_results = collection(AddOnResult)
    transcriptions = collection(Transcription)
