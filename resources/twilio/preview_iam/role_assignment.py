"""Role assignments of organizations."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import PreviewIamResource


class RoleAssignment(
    PreviewIamResource, uri="/Organizations/{organization_sid}/RoleAssignments/{sid}"
):
    """client.preview_iam.organization(…).role_assignments"""

    sid: str
    role_sid: str
    scope: str
    identity: str
    resource_type: str | None
    resource_id: str | None
    organization_sid: str

    class Create(Params):
        role_sid: str = param(default=...)
        scope: str = param(default=...)
        identity: str = param(default=...)
        resource_type: str | None = UNSET
        resource_id: str | None = UNSET
        public_api_create_role_assignment_request: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        identity: str = param(name="Identity", default=UNSET)
        scope: str = param(name="Scope", default=UNSET)
        resource_type: str = param(name="ResourceType", default=UNSET)
        resource_id: str = param(name="ResourceId", default=UNSET)

    class Delete(Params): ...
