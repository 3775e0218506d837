"""Configuration notifications of services."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, param

from .base import ConversationsResource


class ServiceNotification(
    ConversationsResource, uri="/Services/{chat_service_sid}/Configuration/Notifications"
):
    """client.conversations.v1.services(…).configuration.notifications"""

    account_sid: str
    chat_service_sid: str
    new_message: Any
    added_to_conversation: Any
    removed_from_conversation: Any
    log_enabled: bool | None
    url: str

    class Key(NoKey): ...

    class Update(Params):
        log_enabled: bool = UNSET
        new_message_enabled: bool = param(name="NewMessage.Enabled", default=UNSET)
        new_message_template: str = param(name="NewMessage.Template", default=UNSET)
        new_message_sound: str = param(name="NewMessage.Sound", default=UNSET)
        new_message_badge_count_enabled: bool = param(
            name="NewMessage.BadgeCountEnabled", default=UNSET
        )
        added_to_conversation_enabled: bool = param(
            name="AddedToConversation.Enabled", default=UNSET
        )
        added_to_conversation_template: str = param(
            name="AddedToConversation.Template", default=UNSET
        )
        added_to_conversation_sound: str = param(name="AddedToConversation.Sound", default=UNSET)
        removed_from_conversation_enabled: bool = param(
            name="RemovedFromConversation.Enabled", default=UNSET
        )
        removed_from_conversation_template: str = param(
            name="RemovedFromConversation.Template", default=UNSET
        )
        removed_from_conversation_sound: str = param(
            name="RemovedFromConversation.Sound", default=UNSET
        )
        new_message_with_media_enabled: bool = param(
            name="NewMessage.WithMedia.Enabled", default=UNSET
        )
        new_message_with_media_template: str = param(
            name="NewMessage.WithMedia.Template", default=UNSET
        )

    class Fetch(Params): ...
