"""Composition settings."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params, action

from .base import VideoResource


class CompositionSettings(VideoResource, uri="/CompositionSettings/Default"):
    """client.video.v1.composition_settings"""

    account_sid: str
    friendly_name: str | None
    aws_credentials_sid: str | None
    aws_s3_url: str | None
    aws_storage_enabled: bool | None
    encryption_key_sid: str | None
    encryption_enabled: bool | None
    url: str

    class Key(NoKey): ...

    class Post(Params):
        friendly_name: str
        aws_credentials_sid: str = UNSET
        encryption_key_sid: str = UNSET
        aws_s3_url: str = UNSET
        aws_storage_enabled: bool = UNSET
        encryption_enabled: bool = UNSET

    class Fetch(Params): ...

    create = action(Post)
    create_async = create.awaited()
