"""Taskrouter, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .workspace import Workspace
else:
    Workspace = deferred(".workspace:Workspace", __package__)


class V1(Version, prefix="/v1"):
    """https://taskrouter.twilio.com/v1"""

    workspaces = collection(Workspace)
