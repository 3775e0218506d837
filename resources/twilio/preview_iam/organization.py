"""Organization."""

from __future__ import annotations

from restmap import collection

from .account import Account
from .base import PreviewIamResource
from .role_assignment import RoleAssignment
from .user import User


class Organization(PreviewIamResource, uri="/Organizations/{organization_sid}"):
    """client.preview_iam.organization"""

    accounts = collection(Account)
    role_assignments = collection(RoleAssignment)
    users = collection(User)
