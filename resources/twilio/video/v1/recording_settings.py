"""Recording settings."""

from __future__ import annotations

from .composition_settings import CompositionSettings


class RecordingSettings(CompositionSettings, uri="/RecordingSettings/Default"):
    """client.video.v1.recording_settings"""
