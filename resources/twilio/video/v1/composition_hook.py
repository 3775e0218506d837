"""Composition hooks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field, json_value, param

from ...types import CallbackMethod
from .base import VideoResource
from .types import Format


class CompositionHookParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str
    enabled: bool = UNSET
    video_layout: Any = param(json_value, default=UNSET)
    audio_sources: list[str] = UNSET
    audio_sources_excluded: list[str] = UNSET
    resolution: str = UNSET
    format: Format = UNSET
    status_callback: str = UNSET
    status_callback_method: CallbackMethod = UNSET
    trim: bool = UNSET


class CompositionHook(VideoResource, uri="/CompositionHooks/{sid}"):
    """client.video.v1.composition_hooks"""

    account_sid: str
    friendly_name: str | None
    enabled: bool | None
    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="HK")
    audio_sources: list[str] | None
    audio_sources_excluded: list[str] | None
    video_layout: Any
    resolution: str | None
    trim: bool | None
    format: Format
    status_callback: str | None
    status_callback_method: CallbackMethod | None
    url: str

    class List(Paging):
        enabled: bool = UNSET
        date_created_after: datetime = UNSET
        date_created_before: datetime = UNSET
        friendly_name: str = UNSET

    class Create(CompositionHookParameters): ...

    class Update(CompositionHookParameters): ...

    class Fetch(Params): ...

    class Delete(Params): ...
