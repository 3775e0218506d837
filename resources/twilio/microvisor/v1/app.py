"""Apps."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import MicrovisorResource
from .manifest import Manifest


class App(MicrovisorResource, uri="/Apps/{sid}"):
    """client.microvisor.v1.apps"""

    sid: str = field(prefix="KA")
    account_sid: str
    hash: str | None
    unique_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    app_manifests = collection(Manifest)
