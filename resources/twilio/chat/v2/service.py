"""Services: https://www.twilio.com/docs/chat/rest/service-resource"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from restmap import UNSET, Paging, Params, collection, deferred, field, param

from ...types import CallbackMethod
from .base import ChatResource

if TYPE_CHECKING:
    from .binding import Binding
    from .channel import Channel
    from .role import Role
    from .user import User
else:
    Binding = deferred(".binding:Binding", __package__)
    Channel = deferred(".channel:Channel", __package__)
    Role = deferred(".role:Role", __package__)
    User = deferred(".user:User", __package__)


class Service(ChatResource, uri="/Services/{sid}"):
    """client.chat.v2.services"""

    sid: str = field(prefix="IS")
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    default_service_role_sid: str | None
    default_channel_role_sid: str | None
    default_channel_creator_role_sid: str | None
    read_status_enabled: bool | None
    reachability_enabled: bool | None
    typing_indicator_timeout: int
    consumption_report_interval: int
    limits: Any
    pre_webhook_url: str | None
    post_webhook_url: str | None
    webhook_method: str | None
    webhook_filters: list[str] | None
    pre_webhook_retry_count: int
    post_webhook_retry_count: int
    notifications: Any
    media: Any
    url: str
    links: dict[str, str] | None

    class Create(Params):
        friendly_name: str

    class Update(Params):
        friendly_name: str = UNSET
        default_service_role_sid: str = UNSET
        default_channel_role_sid: str = UNSET
        default_channel_creator_role_sid: str = UNSET
        read_status_enabled: bool = UNSET
        reachability_enabled: bool = UNSET
        typing_indicator_timeout: int = UNSET
        consumption_report_interval: int = UNSET
        notifications_new_message_enabled: bool = param(
            name="Notifications.NewMessage.Enabled", default=UNSET
        )
        notifications_new_message_template: str = param(
            name="Notifications.NewMessage.Template", default=UNSET
        )
        notifications_new_message_sound: str = param(
            name="Notifications.NewMessage.Sound", default=UNSET
        )
        notifications_new_message_badge_count_enabled: bool = param(
            name="Notifications.NewMessage.BadgeCountEnabled", default=UNSET
        )
        notifications_added_to_channel_enabled: bool = param(
            name="Notifications.AddedToChannel.Enabled", default=UNSET
        )
        notifications_added_to_channel_template: str = param(
            name="Notifications.AddedToChannel.Template", default=UNSET
        )
        notifications_added_to_channel_sound: str = param(
            name="Notifications.AddedToChannel.Sound", default=UNSET
        )
        notifications_removed_from_channel_enabled: bool = param(
            name="Notifications.RemovedFromChannel.Enabled", default=UNSET
        )
        notifications_removed_from_channel_template: str = param(
            name="Notifications.RemovedFromChannel.Template", default=UNSET
        )
        notifications_removed_from_channel_sound: str = param(
            name="Notifications.RemovedFromChannel.Sound", default=UNSET
        )
        notifications_invited_to_channel_enabled: bool = param(
            name="Notifications.InvitedToChannel.Enabled", default=UNSET
        )
        notifications_invited_to_channel_template: str = param(
            name="Notifications.InvitedToChannel.Template", default=UNSET
        )
        notifications_invited_to_channel_sound: str = param(
            name="Notifications.InvitedToChannel.Sound", default=UNSET
        )
        pre_webhook_url: str = UNSET
        post_webhook_url: str = UNSET
        webhook_method: CallbackMethod = UNSET
        webhook_filters: list[str] = UNSET
        limits_channel_members: int = param(name="Limits.ChannelMembers", default=UNSET)
        limits_user_channels: int = param(name="Limits.UserChannels", default=UNSET)
        media_compatibility_message: str = param(name="Media.CompatibilityMessage", default=UNSET)
        pre_webhook_retry_count: int = UNSET
        post_webhook_retry_count: int = UNSET
        notifications_log_enabled: bool = param(name="Notifications.LogEnabled", default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    bindings = collection(Binding)
    channels = collection(Channel)
    roles = collection(Role)
    users = collection(User)
