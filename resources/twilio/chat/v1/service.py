"""Services: https://www.twilio.com/docs/api/chat/rest/services"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field, param

from ...pages import MetaPage
from ...types import CallbackMethod
from .base import ChatResource
from .channel import Channel
from .role import Role
from .user import User


class Service(ChatResource, uri="/Services/{sid}"):
    """client.chat.v1.services"""

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
    webhooks: Any
    pre_webhook_url: str | None
    post_webhook_url: str | None
    webhook_method: str | None
    webhook_filters: list[str] | None
    notifications: Any
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
        notifications_added_to_channel_enabled: bool = param(
            name="Notifications.AddedToChannel.Enabled", default=UNSET
        )
        notifications_added_to_channel_template: str = param(
            name="Notifications.AddedToChannel.Template", default=UNSET
        )
        notifications_removed_from_channel_enabled: bool = param(
            name="Notifications.RemovedFromChannel.Enabled", default=UNSET
        )
        notifications_removed_from_channel_template: str = param(
            name="Notifications.RemovedFromChannel.Template", default=UNSET
        )
        notifications_invited_to_channel_enabled: bool = param(
            name="Notifications.InvitedToChannel.Enabled", default=UNSET
        )
        notifications_invited_to_channel_template: str = param(
            name="Notifications.InvitedToChannel.Template", default=UNSET
        )
        pre_webhook_url: str = UNSET
        post_webhook_url: str = UNSET
        webhook_method: CallbackMethod = UNSET
        webhook_filters: list[str] = UNSET
        webhooks_on_message_send_url: str = param(name="Webhooks.OnMessageSend.Url", default=UNSET)
        webhooks_on_message_send_method: CallbackMethod = param(
            name="Webhooks.OnMessageSend.Method", default=UNSET
        )
        webhooks_on_message_update_url: str = param(
            name="Webhooks.OnMessageUpdate.Url", default=UNSET
        )
        webhooks_on_message_update_method: CallbackMethod = param(
            name="Webhooks.OnMessageUpdate.Method", default=UNSET
        )
        webhooks_on_message_remove_url: str = param(
            name="Webhooks.OnMessageRemove.Url", default=UNSET
        )
        webhooks_on_message_remove_method: CallbackMethod = param(
            name="Webhooks.OnMessageRemove.Method", default=UNSET
        )
        webhooks_on_channel_add_url: str = param(name="Webhooks.OnChannelAdd.Url", default=UNSET)
        webhooks_on_channel_add_method: CallbackMethod = param(
            name="Webhooks.OnChannelAdd.Method", default=UNSET
        )
        webhooks_on_channel_destroy_url: str = param(
            name="Webhooks.OnChannelDestroy.Url", default=UNSET
        )
        webhooks_on_channel_destroy_method: CallbackMethod = param(
            name="Webhooks.OnChannelDestroy.Method", default=UNSET
        )
        webhooks_on_channel_update_url: str = param(
            name="Webhooks.OnChannelUpdate.Url", default=UNSET
        )
        webhooks_on_channel_update_method: CallbackMethod = param(
            name="Webhooks.OnChannelUpdate.Method", default=UNSET
        )
        webhooks_on_member_add_url: str = param(name="Webhooks.OnMemberAdd.Url", default=UNSET)
        webhooks_on_member_add_method: CallbackMethod = param(
            name="Webhooks.OnMemberAdd.Method", default=UNSET
        )
        webhooks_on_member_remove_url: str = param(
            name="Webhooks.OnMemberRemove.Url", default=UNSET
        )
        webhooks_on_member_remove_method: CallbackMethod = param(
            name="Webhooks.OnMemberRemove.Method", default=UNSET
        )
        webhooks_on_message_sent_url: str = param(name="Webhooks.OnMessageSent.Url", default=UNSET)
        webhooks_on_message_sent_method: CallbackMethod = param(
            name="Webhooks.OnMessageSent.Method", default=UNSET
        )
        webhooks_on_message_updated_url: str = param(
            name="Webhooks.OnMessageUpdated.Url", default=UNSET
        )
        webhooks_on_message_updated_method: CallbackMethod = param(
            name="Webhooks.OnMessageUpdated.Method", default=UNSET
        )
        webhooks_on_message_removed_url: str = param(
            name="Webhooks.OnMessageRemoved.Url", default=UNSET
        )
        webhooks_on_message_removed_method: CallbackMethod = param(
            name="Webhooks.OnMessageRemoved.Method", default=UNSET
        )
        webhooks_on_channel_added_url: str = param(
            name="Webhooks.OnChannelAdded.Url", default=UNSET
        )
        webhooks_on_channel_added_method: CallbackMethod = param(
            name="Webhooks.OnChannelAdded.Method", default=UNSET
        )
        webhooks_on_channel_destroyed_url: str = param(
            name="Webhooks.OnChannelDestroyed.Url", default=UNSET
        )
        webhooks_on_channel_destroyed_method: CallbackMethod = param(
            name="Webhooks.OnChannelDestroyed.Method", default=UNSET
        )
        webhooks_on_channel_updated_url: str = param(
            name="Webhooks.OnChannelUpdated.Url", default=UNSET
        )
        webhooks_on_channel_updated_method: CallbackMethod = param(
            name="Webhooks.OnChannelUpdated.Method", default=UNSET
        )
        webhooks_on_member_added_url: str = param(name="Webhooks.OnMemberAdded.Url", default=UNSET)
        webhooks_on_member_added_method: CallbackMethod = param(
            name="Webhooks.OnMemberAdded.Method", default=UNSET
        )
        webhooks_on_member_removed_url: str = param(
            name="Webhooks.OnMemberRemoved.Url", default=UNSET
        )
        webhooks_on_member_removed_method: CallbackMethod = param(
            name="Webhooks.OnMemberRemoved.Method", default=UNSET
        )
        limits_channel_members: int = param(name="Limits.ChannelMembers", default=UNSET)
        limits_user_channels: int = param(name="Limits.UserChannels", default=UNSET)

    class List(Paging, page=MetaPage(max_page_size=100)): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    channels = collection(Channel)
    roles = collection(Role)
    users = collection(User)
