"""Literal types that several resources of video.v1 use."""

from typing import Literal

Codec = Literal["VP8", "H264", "OPUS", "PCMU"]
Format = Literal["mp4", "webm"]
Status = Literal["processing", "completed", "deleted", "failed"]
Type = Literal["audio", "video", "data"]
