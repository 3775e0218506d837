"""Users of organizations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Model, Paging, Params, ScimPage, action, camel_case, param

from .base import PreviewIamResource


class ScimName(Model):
    given_name: str | None = None
    family_name: str | None = None


class ScimEmailAddress(Model):
    primary: bool | None = None
    value: str | None = None
    type: str | None = None


class ScimMeta(Model):
    resource_type: str | None = None
    created: datetime | None = None
    last_modified: datetime | None = None
    version: str | None = None


class ScimPatchOperation(Model):
    op: str = UNSET
    path: str = UNSET
    value: dict[str, Any] = UNSET


class UserParameters(Params):
    """The parameters of Create and Update."""

    user_name: str = param(default=...)
    id: str = UNSET
    external_id: str = UNSET
    display_name: str = UNSET
    name: ScimName = UNSET
    emails: list[ScimEmailAddress] = UNSET
    active: bool = UNSET
    locale: str = UNSET
    timezone: str = UNSET
    schemas: list[str] = UNSET
    meta: ScimMeta = UNSET
    scim_user: dict[str, Any] = param(location="body", default=UNSET)


class User(
    PreviewIamResource,
    uri="/Organizations/{organization_sid}/scim/Users/{id}",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """client.preview_iam.organization(…).users"""

    id: str
    external_id: str | None
    user_name: str
    display_name: str | None
    name: ScimName | None
    emails: list[ScimEmailAddress] | None
    active: bool | None
    locale: str | None
    timezone: str | None
    schemas: list[str] | None
    meta: ScimMeta | None
    organization_sid: str

    class Update(UserParameters, method="PUT", content_type="application/scim+json"):
        if_match: str = param(location="header", default=UNSET)

    class List(Paging, page=ScimPage, accept="application/scim+json"):
        filter: str = UNSET

    class Patch(Params, method="PATCH", content_type="application/scim+json"):
        if_match: str = param(location="header", default=UNSET)
        schemas: list[str] = UNSET
        operations: list[ScimPatchOperation] = param(name="Operations", default=UNSET)
        scim_patch_request: dict[str, Any] = param(location="body", default=UNSET)

    class Create(UserParameters, content_type="application/scim+json"): ...

    class Fetch(Params, accept="application/scim+json"): ...

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
