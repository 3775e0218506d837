"""Conversations, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .configuration import Configuration, ConfigurationCollection
    from .configuration_address import ConfigurationAddress
    from .conversation import Conversation
    from .conversation_with_participants import ConversationWithParticipants
    from .credential import Credential
    from .participant_conversation import ParticipantConversation
    from .role import Role
    from .service import Service
    from .user import User
else:
    Configuration = deferred(".configuration:Configuration", __package__)
    ConfigurationCollection = deferred(".configuration:ConfigurationCollection", __package__)
    ConfigurationAddress = deferred(".configuration_address:ConfigurationAddress", __package__)
    Conversation = deferred(".conversation:Conversation", __package__)
    ConversationWithParticipants = deferred(
        ".conversation_with_participants:ConversationWithParticipants", __package__
    )
    Credential = deferred(".credential:Credential", __package__)
    ParticipantConversation = deferred(
        ".participant_conversation:ParticipantConversation", __package__
    )
    Role = deferred(".role:Role", __package__)
    Service = deferred(".service:Service", __package__)
    User = deferred(".user:User", __package__)


class V1(Version, prefix="/v1"):
    """https://conversations.twilio.com/v1"""

    address_configurations = collection(ConfigurationAddress)
    configuration = collection(Configuration, ConfigurationCollection)
    conversation_with_participants = collection(ConversationWithParticipants)
    conversations = collection(Conversation)
    credentials = collection(Credential)
    participant_conversations = collection(ParticipantConversation)
    roles = collection(Role)
    services = collection(Service)
    users = collection(User)
