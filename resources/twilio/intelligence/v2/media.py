"""Media of transcripts."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params, field

from .base import IntelligenceResource


class Media(IntelligenceResource, uri="/Transcripts/{sid}/Media"):
    """client.intelligence.v2.transcripts(…).media"""

    account_sid: str
    media_url: str | None
    service_sid: str | None
    sid: str = field(prefix="GT")
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        redacted: bool = UNSET
