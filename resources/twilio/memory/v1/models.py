"""Objects in the requests and responses of several resources of memory.v1."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model


class ProfileData(Model):
    traits: dict[str, dict[str, Any]] = UNSET


class Identifier(Model):
    id_type: str
    value: str
