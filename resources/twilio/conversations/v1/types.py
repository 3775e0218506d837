"""Literal types that several resources of conversations.v1 use."""

from typing import Literal

DeliveryStatus = Literal["read", "failed", "delivered", "undelivered", "sent"]
Method = Literal["get", "post"]
NotificationLevel = Literal["default", "muted"]
OrderType = Literal["asc", "desc"]
RoleType = Literal["conversation", "service"]
State = Literal["inactive", "active", "closed"]
Target = Literal["webhook", "trigger", "studio"]
