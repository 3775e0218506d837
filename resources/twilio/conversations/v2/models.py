"""Objects in the requests and responses of several resources of conversations.v2."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Model

from .types import ConversationsV2Channel

AddressInputChannel = Literal["VOICE", "SMS", "RCS", "WHATSAPP", "CHAT", "VIDEO"]


class StatusCallbackConfig(Model):
    url: str
    method: Literal["POST", "GET"] | None = None


class ConversationsV1Bridge(Model):
    service_id: str


class Address(Model):
    channel: ConversationsV2Channel
    address: str
    channel_id: str | None = None


class AddressInput(Model):
    channel: AddressInputChannel
    address: str
    channel_id: str = UNSET
