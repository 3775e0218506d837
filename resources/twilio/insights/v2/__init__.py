"""Insights, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .account_report import AccountReport
    from .inbound import Inbound
    from .inbound_report import InboundReport
    from .outbound import Outbound
    from .outbound_report import OutboundReport
else:
    AccountReport = deferred(".account_report:AccountReport", __package__)
    Inbound = deferred(".inbound:Inbound", __package__)
    InboundReport = deferred(".inbound_report:InboundReport", __package__)
    Outbound = deferred(".outbound:Outbound", __package__)
    OutboundReport = deferred(".outbound_report:OutboundReport", __package__)


class V2(Version, prefix="/v2"):
    """https://insights.twilio.com/v2"""

    inbound = collections(Inbound)
    inbound_reports = collection(InboundReport)
    outbound = collections(Outbound)
    outbound_reports = collection(OutboundReport)
    reports = collection(AccountReport)
