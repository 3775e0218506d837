"""Approval create of contents."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import ContentResource


class ApprovalCreate(ContentResource, uri="/Content/{content_sid}/ApprovalRequests/whatsapp"):
    """client.content.v1.contents(…).approval_create"""

    name: str | None
    category: str | None
    content_type: str | None
    status: str | None
    rejection_reason: str | None
    allow_category_change: bool | None
    send_ttl_seconds: int | None
    content_sid: str

    class Create(Params):
        name: str = param(default=...)
        category: str = param(default=...)
        send_ttl_seconds: int = UNSET
        content_approval_request: dict[str, Any] = param(location="body", default=UNSET)
