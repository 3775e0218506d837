"""The values that several resources of api.v2010 have."""

from __future__ import annotations

from typing import Literal

AddressRequirement = Literal["none", "any", "local", "foreign"]
AnnounceMethod = Literal["GET", "POST"]
EmergencyAddressStatus = Literal[
    "registered", "unregistered", "pending-registration", "registration-failure",
    "pending-unregistration", "unregistration-failure",
]
EmergencyStatus = Literal["Active", "Inactive"]
Method = Literal["GET", "POST"]
Permission = Literal["get-all", "post-all"]
RecordingStatusCallbackMethod = Literal["GET", "POST"]
RequestMethod = Literal["GET", "POST"]
SmsFallbackMethod = Literal["GET", "POST"]
SmsMethod = Literal["GET", "POST"]
Source = Literal[
    "DialVerb", "Conference", "OutboundAPI", "Trunking", "RecordVerb", "StartCallRecordingAPI",
    "StartConferenceRecordingAPI",
]
Status = Literal["in-progress", "stopped"]
StatusCallbackMethod = Literal["GET", "POST"]
Track = Literal["inbound_track", "outbound_track", "both_tracks"]
UpdateStatus = Literal["stopped"]
VoiceFallbackMethod = Literal["GET", "POST"]
VoiceMethod = Literal["GET", "POST"]
VoiceReceiveMode = Literal["voice", "fax"]
