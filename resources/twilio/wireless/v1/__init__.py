"""Wireless, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .account_usage_record import AccountUsageRecord
    from .command import Command
    from .rate_plan import RatePlan
    from .sim import Sim
else:
    AccountUsageRecord = deferred(".account_usage_record:AccountUsageRecord", __package__)
    Command = deferred(".command:Command", __package__)
    RatePlan = deferred(".rate_plan:RatePlan", __package__)
    Sim = deferred(".sim:Sim", __package__)


class V1(Version, prefix="/v1"):
    """https://wireless.twilio.com/v1"""

    commands = collection(Command)
    rate_plans = collection(RatePlan)
    sims = collection(Sim)
    usage_records = collection(AccountUsageRecord)
