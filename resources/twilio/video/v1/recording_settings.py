"""video.v1.recording_settings."""

from __future__ import annotations

from .composition_settings import CompositionSettings


class RecordingSettings(CompositionSettings, uri="/RecordingSettings/Default"):
    """A recording settings of video v1."""
