"""Role permission."""

from __future__ import annotations

from restmap import NoKey, Paging, camel_case, field

from ...pages import MetaPage
from .base import IamResource


class RolePermission(IamResource, uri="/Roles/{role_sid}/Permissions", field_names=camel_case):
    """client.iam.v1.role_permission"""

    sid: str = field(prefix="IZ")
    namespace: str | None
    product: str | None
    resource: str | None
    action: str | None
    external_description: str | None
    role_sid: str

    class Key(NoKey): ...

    class List(Paging, page=MetaPage(max_page_size=100)): ...
