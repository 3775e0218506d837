"""Fax, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .fax import Fax
else:
    Fax = deferred(".fax:Fax", __package__)


class V1(Version, prefix="/v1"):
    """https://fax.twilio.com/v1"""

    faxes = collection(Fax)
