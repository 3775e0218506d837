"""Settings, in dialing permissions."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params

from .base import VoiceResource


class Settings(VoiceResource, uri="/Settings"):
    """client.voice.v1.dialing_permissions.settings"""

    dialing_permissions_inheritance: bool | None
    url: str

    class Key(NoKey): ...

    class Update(Params):
        dialing_permissions_inheritance: bool = UNSET

    class Fetch(Params): ...
