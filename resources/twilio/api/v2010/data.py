"""Data of payloads."""

from __future__ import annotations

from restmap import NoKey, Params

from .base import ApiResource


class Data(
    ApiResource,
    uri="/Accounts/{account_sid}/Recordings/{reference_sid}/AddOnResults/{add_on_result_sid}"
    "/Payloads/{payload_sid}/Data.json",
):
    """….api.v2010.accounts(…).recordings(…).add_on_results(…).payloads(…).data"""

    redirect_to: str | None
    account_sid: str
    reference_sid: str
    add_on_result_sid: str
    payload_sid: str

    class Key(NoKey): ...

    class Fetch(Params, redirects=False): ...
