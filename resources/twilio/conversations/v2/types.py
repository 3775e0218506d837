"""Literal types that several resources of conversations.v2 use."""

from typing import Literal

ConversationsV2Channel = Literal["VOICE", "SMS", "RCS", "WHATSAPP", "CHAT", "VIDEO"]
ConversationsV2ConversationGroupingType = Literal[
    "GROUP_BY_PROFILE",
    "GROUP_BY_PARTICIPANT_ADDRESSES",
    "GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE",
]
ConversationsV2ParticipantType = Literal["HUMAN_AGENT", "CUSTOMER", "AI_AGENT", "AGENT", "UNKNOWN"]
