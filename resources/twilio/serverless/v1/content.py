"""Function version content of function versions."""

from __future__ import annotations

from restmap import NoKey, Params, field

from .base import ServerlessResource


class Content(
    ServerlessResource,
    uri="/Services/{service_sid}/Functions/{function_sid}/Versions/{sid}/Content",
):
    """….v1.services(…).functions(…).function_versions(…).function_version_content"""

    sid: str = field(prefix="ZN")
    account_sid: str
    service_sid: str
    function_sid: str
    content: str | None
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
