"""Objects in the requests and responses of several resources of numbers.v2."""

from __future__ import annotations

from restmap import Model


class Capabilities(Model):
    mms: bool | None = None
    sms: bool | None = None
    voice: bool | None = None
    fax: bool | None = None
