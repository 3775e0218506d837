"""Transcripts."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import IntelligenceResource
from .encrypted_operator_results import EncryptedOperatorResults
from .encrypted_sentences import EncryptedSentences
from .media import Media
from .operator_result import OperatorResult
from .sentence import Sentence

Status = Literal["queued", "in-progress", "completed", "new", "failed", "canceled", "error"]


class Transcript(IntelligenceResource, uri="/Transcripts/{sid}"):
    """client.intelligence.v2.transcripts"""

    account_sid: str
    service_sid: str | None
    sid: str = field(prefix="GT")
    date_created: datetime
    date_updated: datetime | None
    status: Status
    channel: Any
    data_logging: bool | None
    language_code: str | None
    customer_key: str | None
    media_start_time: datetime | None
    duration: int
    url: str
    redaction: bool | None
    encryption_credential_sid: str | None
    links: dict[str, str] | None

    class Create(Params):
        service_sid: str
        channel: Any = param(json_value)
        customer_key: str = UNSET
        media_start_time: datetime = UNSET

    class List(Paging):
        service_sid: str = UNSET
        before_start_time: str = UNSET
        after_start_time: str = UNSET
        before_date_created: str = UNSET
        after_date_created: str = UNSET
        status: str = UNSET
        language_code: str = UNSET
        source_sid: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    encrypted_operator_results = collection(EncryptedOperatorResults)
    encrypted_sentences = collection(EncryptedSentences)
    media = collection(Media)
    operator_results = collection(OperatorResult)
    sentences = collection(Sentence)
