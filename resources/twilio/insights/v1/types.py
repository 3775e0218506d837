"""Literal types that several resources of insights.v1 use."""

from typing import Literal

AnsweredBy = Literal[
    "unknown",
    "machine_start",
    "machine_end_beep",
    "machine_end_silence",
    "machine_end_other",
    "human",
    "fax",
]
CallState = Literal[
    "ringing", "completed", "busy", "fail", "noanswer", "canceled", "answered", "undialed"
]
CallType = Literal["carrier", "sip", "trunking", "client", "whatsapp"]
Codec = Literal["VP8", "H264", "VP9", "opus"]
EdgeLocation = Literal[
    "ashburn",
    "dublin",
    "frankfurt",
    "singapore",
    "sydney",
    "sao_paulo",
    "roaming",
    "umatilla",
    "tokyo",
]
ProcessingState = Literal["complete", "partial"]
Region = Literal["us1", "us2", "au1", "br1", "ie1", "jp1", "sg1", "de1", "in1"]
TwilioEdge = Literal["unknown_edge", "carrier_edge", "sip_edge", "sdk_edge", "client_edge"]
TwilioRealm = Literal["us1", "us2", "au1", "br1", "ie1", "jp1", "sg1", "in1", "de1", "gll"]
