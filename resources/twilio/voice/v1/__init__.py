"""Voice, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .archived_call import ArchivedCall
    from .byoc_trunk import ByocTrunk
    from .connection_policy import ConnectionPolicy
    from .dialing_permissions import DialingPermissions
    from .ip_record import IpRecord
    from .source_ip_mapping import SourceIpMapping
else:
    ArchivedCall = deferred(".archived_call:ArchivedCall", __package__)
    ByocTrunk = deferred(".byoc_trunk:ByocTrunk", __package__)
    ConnectionPolicy = deferred(".connection_policy:ConnectionPolicy", __package__)
    DialingPermissions = deferred(".dialing_permissions:DialingPermissions", __package__)
    IpRecord = deferred(".ip_record:IpRecord", __package__)
    SourceIpMapping = deferred(".source_ip_mapping:SourceIpMapping", __package__)


class V1(Version, prefix="/v1"):
    """https://voice.twilio.com/v1"""

    archived_calls = collection(ArchivedCall)
    byoc_trunks = collection(ByocTrunk)
    connection_policies = collection(ConnectionPolicy)
    dialing_permissions = handle(DialingPermissions)
    ip_records = collection(IpRecord)
    source_ip_mappings = collection(SourceIpMapping)
