"""Authorized connect apps of accounts."""

from __future__ import annotations

from restmap import Paging, Params

from .base import ApiResource
from .types import Permission


class AuthorizedConnectApp(
    ApiResource, uri="/Accounts/{account_sid}/AuthorizedConnectApps/{connect_app_sid}.json"
):
    """client.api.v2010.accounts(…).authorized_connect_apps"""

    account_sid: str
    connect_app_company_name: str | None
    connect_app_description: str | None
    connect_app_friendly_name: str | None
    connect_app_homepage_url: str | None
    connect_app_sid: str
    permissions: list[Permission] | None
    uri: str

    class List(Paging, items="authorized_connect_apps"): ...

    class Fetch(Params): ...
