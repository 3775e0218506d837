from __future__ import annotations

from restmap import UNSET, Model, Paging, Params, field, param

from .base import PreviewIamResource


class PublicApiCreateRoleAssignmentRequest(Model):
    role_sid: str = field(name="role_sid")
    scope: str
    identity: str
    resource_type: str | None = field(name="resource_type", default=None)
    resource_id: str | None = field(name="resource_id", default=None)


class RoleAssignment(
    PreviewIamResource, uri="/Organizations/{organization_sid}/RoleAssignments/{sid}"
):
    """preview_iam.organization(…).role_assignments."""

    sid: str
    role_sid: str
    scope: str
    identity: str
    resource_type: str | None
    resource_id: str | None
    organization_sid: str

    class Create(Params):
        public_api_create_role_assignment_request: PublicApiCreateRoleAssignmentRequest = param(
            location="body"
        )

    class List(Paging):
        identity: str = UNSET
        scope: str = UNSET
        resource_type: str = UNSET
        resource_id: str = UNSET

    class Delete(Params): ...
