from __future__ import annotations

from restmap import UNSET, Model, Params, param

from .base import ContentResource


class ContentApprovalRequest(Model):
    name: str
    category: str
    send_ttl_seconds: int = UNSET


class ApprovalCreate(ContentResource, uri="/Content/{content_sid}/ApprovalRequests/whatsapp"):
    """content.v1.contents(…).approval_create."""

    name: str | None
    category: str | None
    content_type: str | None
    status: str | None
    rejection_reason: str | None
    allow_category_change: bool | None
    send_ttl_seconds: int | None
    content_sid: str

    class Create(Params):
        content_approval_request: ContentApprovalRequest = param(location="body")
