"""FrontlineApi, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .user import User
else:
    User = deferred(".user:User", __package__)


class V1(Version, prefix="/v1"):
    """https://frontline-api.twilio.com/v1"""

    users = collection(User)
