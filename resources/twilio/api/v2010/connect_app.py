"""Connect apps of accounts."""

from __future__ import annotations

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import ApiResource
from .types import Permission


class ConnectApp(ApiResource, uri="/Accounts/{account_sid}/ConnectApps/{sid}.json"):
    """client.api.v2010.accounts(…).connect_apps"""

    account_sid: str
    authorize_redirect_url: str | None
    company_name: str | None
    deauthorize_callback_method: CallbackMethod | None
    deauthorize_callback_url: str | None
    description: str | None
    friendly_name: str | None
    homepage_url: str | None
    permissions: list[Permission] | None
    sid: str = field(prefix="CN")
    uri: str

    class Update(Params):
        authorize_redirect_url: str = UNSET
        company_name: str = UNSET
        deauthorize_callback_method: CallbackMethod = UNSET
        deauthorize_callback_url: str = UNSET
        description: str = UNSET
        friendly_name: str = UNSET
        homepage_url: str = UNSET
        permissions: list[Permission] = UNSET

    class List(Paging, items="connect_apps"): ...

    class Fetch(Params): ...

    class Delete(Params): ...
