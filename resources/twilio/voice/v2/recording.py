"""Recording."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Params, field, param

from .base import VoiceResource


class CompositionPolicy(Model):
    channels: Literal["dual", "mono"] | None = None
    trim: Literal["trim-silence", "do-not-trim"] | None = None
    track: Literal["inbound", "outbound", "both"] | None = None


class StatusCallback(Model):
    url: str | None = None
    method: Literal["GET", "POST"] | None = None
    events: list[Literal["in-progress", "completed", "absent", "failed"]] | None = None


class Feature(Model):
    type: Literal["transcriptionConfiguration"]
    feature_id: str = field(name="featureId")
    description: str | None = None


class RecordingConfiguration(Model):
    configuration_type: Literal["Recording"] = field(name="configurationType")
    composition_policy: CompositionPolicy | None = field(name="compositionPolicy", default=None)
    call_recording_status_callback: StatusCallback | None = field(
        name="callRecordingStatusCallback", default=None
    )
    conference_recording_status_callback: StatusCallback | None = field(
        name="conferenceRecordingStatusCallback", default=None
    )
    features: list[Feature] | None = None


class Recording(VoiceResource, uri="/Configurations/Recording/{id}"):
    """client.voice.v2.recording"""

    id: str
    account_sid: str
    unique_name: str | None
    description: str | None
    date_created: datetime
    date_updated: datetime
    configuration: RecordingConfiguration

    class Create(Params):
        configuration: RecordingConfiguration = param(default=...)
        unique_name: str | None = UNSET
        description: str | None = UNSET
        voice_v2_configuration_recording_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Update(Params, method="PUT"):
        configuration: RecordingConfiguration = param(default=...)
        unique_name: str | None = UNSET
        description: str | None = UNSET
        voice_v2_configuration_recording_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class Fetch(Params): ...

    class Delete(Params): ...
