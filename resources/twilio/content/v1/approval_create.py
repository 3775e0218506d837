"""content.v1.contents(…).approval_create."""

from __future__ import annotations

from typing import Any

from restmap import Params, param

from .base import ContentResource


class ApprovalCreate(ContentResource, uri="/Content/{content_sid}/ApprovalRequests/whatsapp"):
    """An approval create of a content."""

    name: str | None
    category: str | None
    content_type: str | None
    status: str | None
    rejection_reason: str | None
    allow_category_change: bool | None
    content_sid: str

    class Create(Params):
        content_approval_request: dict[str, Any] = param(location="body")
