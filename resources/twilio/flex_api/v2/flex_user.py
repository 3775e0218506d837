"""Flex user."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Params, Resource

from .base import FlexApiResource


class FlexUser(FlexApiResource, uri="/Instances/{instance_sid}/Users/{flex_user_sid}"):
    """client.flex_api.v2.flex_user"""

    account_sid: str
    instance_sid: str
    user_sid: str | None
    flex_user_sid: str
    worker_sid: str | None
    workspace_sid: str | None
    flex_team_sid: str | None
    username: str | None
    email: str | None
    locale: str | None
    roles: list[str] | None
    created_date: datetime | None
    updated_date: datetime | None
    version: int
    url: str

    class Key(Resource.Key):
        instance_sid: str
        flex_user_sid: str

    class Update(Params):
        email: str = UNSET
        user_sid: str = UNSET
        locale: str = UNSET

    class Fetch(Params): ...
