"""Eligibilities."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import NumbersResource


class Eligibility(NumbersResource, uri="/HostedNumber/Eligibility"):
    """client.numbers.v1.eligibilities"""

    results: list[Any] | None

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)
