"""Accounts, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .auth_token_promotion import AuthTokenPromotion
    from .bulk_consents import BulkConsents
    from .bulk_contacts import BulkContacts
    from .credentials import Credentials
    from .messaging_geopermissions import MessagingGeopermissions
    from .safelist import Safelist
    from .secondary_auth_token import SecondaryAuthToken
else:
    AuthTokenPromotion = deferred(".auth_token_promotion:AuthTokenPromotion", __package__)
    BulkConsents = deferred(".bulk_consents:BulkConsents", __package__)
    BulkContacts = deferred(".bulk_contacts:BulkContacts", __package__)
    Credentials = deferred(".credentials:Credentials", __package__)
    MessagingGeopermissions = deferred(
        ".messaging_geopermissions:MessagingGeopermissions", __package__
    )
    Safelist = deferred(".safelist:Safelist", __package__)
    SecondaryAuthToken = deferred(".secondary_auth_token:SecondaryAuthToken", __package__)


class V1(Version, prefix="/v1"):
    """https://accounts.twilio.com/v1"""

    auth_token_promotion = collection(AuthTokenPromotion)
    bulk_consents = collection(BulkConsents)
    bulk_contacts = collection(BulkContacts)
    credentials = handle(Credentials)
    messaging_geopermissions = handle(MessagingGeopermissions)
    safelist = handle(Safelist)
    secondary_auth_token = collection(SecondaryAuthToken)
