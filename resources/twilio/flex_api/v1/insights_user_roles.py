"""Insights user roles."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params, param

from .base import FlexApiResource


class InsightsUserRoles(FlexApiResource, uri="/Insights/UserRoles"):
    """client.flex_api.v1.insights_user_roles"""

    roles: list[str] | None
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)
