"""Conversations, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .communication import Communication
    from .configuration import Configuration
    from .conversation import Conversation
    from .conversation_action import ConversationAction
    from .operation import Operation
    from .participant import Participant
else:
    Communication = deferred(".communication:Communication", __package__)
    Configuration = deferred(".configuration:Configuration", __package__)
    Conversation = deferred(".conversation:Conversation", __package__)
    ConversationAction = deferred(".conversation_action:ConversationAction", __package__)
    Operation = deferred(".operation:Operation", __package__)
    Participant = deferred(".participant:Participant", __package__)


class V2(Version, prefix="/v2"):
    """https://conversations.twilio.com/v2"""

    actions = collections(ConversationAction)
    communications = collections(Communication)
    configurations = collection(Configuration)
    conversations = collection(Conversation)
    operations = collection(Operation)
    participants = collections(Participant)
