"""Approval fetch of contents."""

from __future__ import annotations

from typing import Any

from restmap import NoKey, Params, field

from .base import ContentResource


class ApprovalFetch(ContentResource, uri="/Content/{sid}/ApprovalRequests"):
    """client.content.v1.contents(…).approval_fetch"""

    sid: str = field(prefix="HX")
    account_sid: str
    whatsapp: dict[str, Any] | None
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
