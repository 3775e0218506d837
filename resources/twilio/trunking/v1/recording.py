"""Recordings of trunks."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, NoKey, Params

from .base import TrunkingResource

RecordingMode = Literal[
    "do-not-record",
    "record-from-ringing",
    "record-from-answer",
    "record-from-ringing-dual",
    "record-from-answer-dual",
]
RecordingTrim = Literal["trim-silence", "do-not-trim"]


class Recording(TrunkingResource, uri="/Trunks/{trunk_sid}/Recording"):
    """client.trunking.v1.trunks(…).recordings"""

    mode: RecordingMode
    trim: RecordingTrim
    trunk_sid: str

    class Key(NoKey): ...

    class Update(Params):
        mode: RecordingMode = UNSET
        trim: RecordingTrim = UNSET

    class Fetch(Params): ...
