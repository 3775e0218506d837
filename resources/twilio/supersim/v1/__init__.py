"""Supersim, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .esim_profile import EsimProfile
    from .fleet import Fleet
    from .ip_command import IpCommand
    from .network import Network
    from .network_access_profile import NetworkAccessProfile
    from .settings_update import SettingsUpdate
    from .sim import Sim
    from .sms_command import SmsCommand
    from .usage_record import UsageRecord
else:
    EsimProfile = deferred(".esim_profile:EsimProfile", __package__)
    Fleet = deferred(".fleet:Fleet", __package__)
    IpCommand = deferred(".ip_command:IpCommand", __package__)
    Network = deferred(".network:Network", __package__)
    NetworkAccessProfile = deferred(".network_access_profile:NetworkAccessProfile", __package__)
    SettingsUpdate = deferred(".settings_update:SettingsUpdate", __package__)
    Sim = deferred(".sim:Sim", __package__)
    SmsCommand = deferred(".sms_command:SmsCommand", __package__)
    UsageRecord = deferred(".usage_record:UsageRecord", __package__)


class V1(Version, prefix="/v1"):
    """https://supersim.twilio.com/v1"""

    esim_profiles = collection(EsimProfile)
    fleets = collection(Fleet)
    ip_commands = collection(IpCommand)
    network_access_profiles = collection(NetworkAccessProfile)
    networks = collection(Network)
    settings_updates = collection(SettingsUpdate)
    sims = collection(Sim)
    sms_commands = collection(SmsCommand)
    usage_records = collection(UsageRecord)
