"""Encrypted sentences of transcripts."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params

from .base import IntelligenceResource


class EncryptedSentences(
    IntelligenceResource, uri="/Transcripts/{transcript_sid}/Sentences/Encrypted"
):
    """client.intelligence.v2.transcripts(…).encrypted_sentences"""

    location: str | None
    transcript_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        redacted: bool = UNSET
