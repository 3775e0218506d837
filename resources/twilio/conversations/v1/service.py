"""Services: https://www.twilio.com/docs/conversations/api/service-resource"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from restmap import Paging, Params, collection, deferred, field

from ...pages import MetaPage
from .base import ConversationsResource

if TYPE_CHECKING:
    from .binding import Binding
    from .service_configuration import Configuration, ConfigurationCollection
    from .service_conversation import Conversation
    from .service_conversation_with_participants import ConversationWithParticipants
    from .service_participant_conversation import ParticipantConversation
    from .service_role import Role
    from .service_user import User
else:
    Binding = deferred(".binding:Binding", __package__)
    Configuration = deferred(".service_configuration:Configuration", __package__)
    ConfigurationCollection = deferred(
        ".service_configuration:ConfigurationCollection", __package__
    )
    Conversation = deferred(".service_conversation:Conversation", __package__)
    ConversationWithParticipants = deferred(
        ".service_conversation_with_participants:ConversationWithParticipants", __package__
    )
    ParticipantConversation = deferred(
        ".service_participant_conversation:ParticipantConversation", __package__
    )
    Role = deferred(".service_role:Role", __package__)
    User = deferred(".service_user:User", __package__)


class Service(ConversationsResource, uri="/Services/{sid}"):
    """client.conversations.v1.services"""

    account_sid: str
    sid: str = field(prefix="IS")
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str

    class List(Paging, page=MetaPage(max_page_size=100)): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    bindings = collection(Binding)
    configuration = collection(Configuration, ConfigurationCollection)
    conversation_with_participants = collection(ConversationWithParticipants)
    conversations = collection(Conversation)
    participant_conversations = collection(ParticipantConversation)
    roles = collection(Role)
    users = collection(User)
