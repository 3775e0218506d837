from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, ScimPage, action, camel_case, param

from .base import PreviewIamResource


class User(
    PreviewIamResource,
    uri="/Organizations/{organization_sid}/scim/Users/{id}",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """preview_iam.organization(…).users."""

    id: str
    external_id: str
    user_name: str
    display_name: str
    name: dict[str, Any]
    emails: list[dict[str, Any]]
    active: bool
    locale: str
    timezone: str
    schemas: list[str]
    meta: dict[str, Any]
    organization_sid: str

    class Create(Params, content_type="application/scim+json"):
        scim_user: dict[str, Any] = param(location="body")

    class Update(Params, method="PUT", content_type="application/scim+json"):
        scim_user: dict[str, Any] = param(location="body")
        if_match: str = param(location="header", default=UNSET)

    class List(Paging, content_type="application/scim+json", page=ScimPage):
        filter: str = UNSET

    class Patch(Params, method="PATCH", content_type="application/scim+json"):
        scim_patch_request: dict[str, Any] = param(location="body")
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params, content_type="application/scim+json"): ...
    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
