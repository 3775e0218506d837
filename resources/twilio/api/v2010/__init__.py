"""Api, v2010."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

from ...account import own_account_sid

if TYPE_CHECKING:
    from .account import Account
else:
    Account = deferred(".account:Account", __package__)


class V2010(Version, prefix="/2010-04-01"):
    """https://api.twilio.com/2010-04-01"""

    accounts = collection(Account)
    account = handle(Account, own_account_sid)
