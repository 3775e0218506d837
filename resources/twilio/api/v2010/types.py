"""Literal types that several resources of api.v2010 use."""

from typing import Literal

AddressRequirement = Literal["none", "any", "local", "foreign"]
EmergencyAddressStatus = Literal[
    "registered",
    "unregistered",
    "pending-registration",
    "registration-failure",
    "pending-unregistration",
    "unregistration-failure",
]
EmergencyStatus = Literal["Active", "Inactive"]
Permission = Literal["get-all", "post-all"]
Source = Literal[
    "DialVerb",
    "Conference",
    "OutboundAPI",
    "Trunking",
    "RecordVerb",
    "StartCallRecordingAPI",
    "StartConferenceRecordingAPI",
]
Status = Literal["in-progress", "stopped"]
Track = Literal["inbound_track", "outbound_track", "both_tracks"]
UpdateStatus = Literal["stopped"]
VoiceReceiveMode = Literal["voice", "fax"]
