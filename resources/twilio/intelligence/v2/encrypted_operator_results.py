"""Encrypted operator results of transcripts."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params

from .base import IntelligenceResource


class EncryptedOperatorResults(
    IntelligenceResource, uri="/Transcripts/{transcript_sid}/OperatorResults/Encrypted"
):
    """client.intelligence.v2.transcripts(…).encrypted_operator_results"""

    locations: list[str] | None
    transcript_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        redacted: bool = UNSET
