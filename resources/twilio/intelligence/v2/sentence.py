"""Sentences of transcripts."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, field

from ...pages import MetaPage
from .base import IntelligenceResource


class Sentence(IntelligenceResource, uri="/Transcripts/{transcript_sid}/Sentences"):
    """client.intelligence.v2.transcripts(…).sentences"""

    media_channel: int
    sentence_index: int
    start_time: str | None
    end_time: str | None
    transcript: str | None
    sid: str = field(prefix="GX")
    confidence: str | None
    words: list[Any] | None
    transcript_sid: str

    class List(Paging, page=MetaPage(max_page_size=5000)):
        redacted: bool = UNSET
        word_timestamps: bool = UNSET
