"""Asset versions of assets."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import ServerlessResource
from .types import Visibility


class Version(ServerlessResource, uri="/Services/{service_sid}/Assets/{asset_sid}/Versions/{sid}"):
    """client.serverless.v1.services(…).assets(…).asset_versions"""

    sid: str = field(prefix="ZN")
    account_sid: str
    service_sid: str
    asset_sid: str
    path: str | None
    visibility: Visibility
    date_created: datetime
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
