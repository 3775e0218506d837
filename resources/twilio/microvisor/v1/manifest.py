"""App manifests of apps."""

from __future__ import annotations

from restmap import NoKey, Params

from .base import MicrovisorResource


class Manifest(MicrovisorResource, uri="/Apps/{app_sid}/Manifest"):
    """client.microvisor.v1.apps(…).app_manifests"""

    app_sid: str
    hash: str | None
    encoded_bytes: str | None
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
