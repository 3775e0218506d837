"""Function versions of functions."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import ServerlessResource
from .content import Content
from .types import Visibility


class Version(
    ServerlessResource, uri="/Services/{service_sid}/Functions/{function_sid}/Versions/{sid}"
):
    """client.serverless.v1.services(…).functions(…).function_versions"""

    sid: str = field(prefix="ZN")
    account_sid: str
    service_sid: str
    function_sid: str
    path: str | None
    visibility: Visibility
    date_created: datetime
    url: str
    links: dict[str, str] | None

    class List(Paging): ...

    class Fetch(Params): ...

    function_version_content = collection(Content)
