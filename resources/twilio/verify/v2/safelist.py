"""Safelist."""

from __future__ import annotations

from restmap import Params, field

from .base import VerifyResource


class Safelist(VerifyResource, uri="/SafeList/Numbers/{phone_number}"):
    """client.verify.v2.safelist"""

    sid: str = field(prefix="GN")
    phone_number: str
    url: str

    class Create(Params):
        phone_number: str

    class Fetch(Params): ...

    class Delete(Params): ...
