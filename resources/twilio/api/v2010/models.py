"""Objects in the requests and responses of several resources of api.v2010."""

from __future__ import annotations

from restmap import Model


class IncomingPhoneNumberCapabilities(Model):
    mms: bool | None = None
    sms: bool | None = None
    voice: bool | None = None
    fax: bool | None = None
