"""Objects in the requests and responses of several resources of assistants.v1."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model


class CreatePolicyRequest(Model):
    policy_details: Any
    description: str = UNSET
    id: str = UNSET
    name: str = UNSET
    type: str = UNSET
