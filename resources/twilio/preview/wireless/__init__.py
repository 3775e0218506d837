"""Preview, wireless."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .wireless_command import WirelessCommand
    from .wireless_rate_plan import WirelessRatePlan
    from .wireless_sim import WirelessSim
else:
    WirelessCommand = deferred(".wireless_command:WirelessCommand", __package__)
    WirelessRatePlan = deferred(".wireless_rate_plan:WirelessRatePlan", __package__)
    WirelessSim = deferred(".wireless_sim:WirelessSim", __package__)


class Wireless(Version, prefix="/wireless"):
    """https://preview.twilio.com/wireless"""

    commands = collection(WirelessCommand)
    rate_plans = collection(WirelessRatePlan)
    sims = collection(WirelessSim)
