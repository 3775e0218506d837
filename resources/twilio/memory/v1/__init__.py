"""Memory, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .data_mapping import DataMapping
    from .fetch_profile_memory import FetchProfileMemory
    from .identity_resolution_settings import IdentityResolutionSettings
    from .observation_revisions import ObservationRevisions
    from .operation import Operation
    from .profile import Profile
    from .profile_conversation_summary import ProfileConversationSummary
    from .profile_identifier import ProfileIdentifier
    from .profile_observation import ProfileObservation
    from .profile_traits import ProfileTraits
    from .profiles_bulk import ProfilesBulk
    from .profiles_import_v2 import ProfilesImportV2
    from .profiles_lookup import ProfilesLookup
    from .store import Store
    from .trait_group import TraitGroup
else:
    DataMapping = deferred(".data_mapping:DataMapping", __package__)
    FetchProfileMemory = deferred(".fetch_profile_memory:FetchProfileMemory", __package__)
    IdentityResolutionSettings = deferred(
        ".identity_resolution_settings:IdentityResolutionSettings", __package__
    )
    ObservationRevisions = deferred(".observation_revisions:ObservationRevisions", __package__)
    Operation = deferred(".operation:Operation", __package__)
    Profile = deferred(".profile:Profile", __package__)
    ProfileConversationSummary = deferred(
        ".profile_conversation_summary:ProfileConversationSummary", __package__
    )
    ProfileIdentifier = deferred(".profile_identifier:ProfileIdentifier", __package__)
    ProfileObservation = deferred(".profile_observation:ProfileObservation", __package__)
    ProfileTraits = deferred(".profile_traits:ProfileTraits", __package__)
    ProfilesBulk = deferred(".profiles_bulk:ProfilesBulk", __package__)
    ProfilesImportV2 = deferred(".profiles_import_v2:ProfilesImportV2", __package__)
    ProfilesLookup = deferred(".profiles_lookup:ProfilesLookup", __package__)
    Store = deferred(".store:Store", __package__)
    TraitGroup = deferred(".trait_group:TraitGroup", __package__)


class V1(Version, prefix="/v1"):
    """https://memory.twilio.com/v1"""

    bulk = collection(ProfilesBulk)
    conversation_summaries = collections(ProfileConversationSummary)
    data_mappings = collections(DataMapping)
    identifiers = collections(ProfileIdentifier)
    identity_resolution_settings = collection(IdentityResolutionSettings)
    imports = collections(ProfilesImportV2)
    lookup = collections(ProfilesLookup)
    observations = collections(ProfileObservation)
    operations = collection(Operation)
    profiles = collections(Profile)
    recall = collections(FetchProfileMemory)
    revisions = collections(ObservationRevisions)
    stores = collection(Store)
    trait_groups = collections(TraitGroup)
    traits = collections(ProfileTraits)
