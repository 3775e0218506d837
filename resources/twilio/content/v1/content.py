"""Contents."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, collection, field, param

from .approval_create import ApprovalCreate
from .approval_fetch import ApprovalFetch
from .base import ContentResource

AuthenticationActionType = Literal["COPY_CODE"]
CallToActionActionType = Literal[
    "URL", "PHONE_NUMBER", "COPY_CODE", "VOICE_CALL", "VOICE_CALL_REQUEST", "REQUEST_CONTACT_INFO"
]
CardActionType = Literal["URL", "PHONE_NUMBER", "QUICK_REPLY", "COPY_CODE", "VOICE_CALL"]
CarouselActionType = Literal["URL", "PHONE_NUMBER", "QUICK_REPLY"]
QuickReplyActionType = Literal["QUICK_REPLY"]
WebviewSizeType = Literal["TALL", "FULL", "HALF", "NONE"]


class TwilioText(Model):
    body: str


class TwilioMedia(Model):
    media: list[str]
    body: str = UNSET


class TwilioLocation(Model):
    latitude: float
    longitude: float
    label: str = UNSET
    id: str = UNSET
    address: str = UNSET


class ListItem(Model):
    id: str
    item: str
    description: str = UNSET


class TwilioListPicker(Model):
    body: str
    button: str
    items: list[ListItem]


class CallToActionAction(Model):
    type: CallToActionActionType
    title: str = UNSET
    url: str = UNSET
    phone: str = UNSET
    code: str = UNSET
    id: str = UNSET


class TwilioCallToAction(Model):
    body: str
    actions: list[CallToActionAction]


class QuickReplyAction(Model):
    title: str
    type: QuickReplyActionType = UNSET
    id: str = UNSET


class TwilioQuickReply(Model):
    body: str
    actions: list[QuickReplyAction]


class CardAction(Model):
    type: CardActionType
    title: str
    url: str = UNSET
    phone: str = UNSET
    id: str = UNSET
    code: str = UNSET
    webview_size: WebviewSizeType = UNSET


class TwilioCard(Model):
    title: str = UNSET
    subtitle: str = UNSET
    media: list[str] = UNSET
    actions: list[CardAction] = UNSET


class CatalogItem(Model):
    id: str = UNSET
    section_title: str = UNSET
    name: str = UNSET
    media_url: str = UNSET
    price: float = UNSET
    description: str = UNSET


class TwilioCatalog(Model):
    body: str
    title: str = UNSET
    subtitle: str = UNSET
    id: str = UNSET
    items: list[CatalogItem] = UNSET
    dynamic_items: str = UNSET


class CarouselAction(Model):
    type: CarouselActionType
    title: str
    url: str = UNSET
    phone: str = UNSET
    id: str = UNSET


class CarouselCard(Model):
    body: str
    media: str
    actions: list[CarouselAction]
    title: str = UNSET


class TwilioCarousel(Model):
    body: str
    cards: list[CarouselCard]


class FlowsPageComponent(Model):
    type: str
    label: str = UNSET


class FlowsPage(Model):
    id: str
    title: str
    layout: list[FlowsPageComponent]
    next_page_id: str = UNSET
    subtitle: str = UNSET


class TwilioFlows(Model):
    body: str
    button_text: str
    pages: list[FlowsPage]
    type: str
    subtitle: str = UNSET
    media_url: str = UNSET


class TwilioSchedule(Model):
    id: str
    title: str
    time_slots: str = field(name="timeSlots")


class WhatsappCard(Model):
    body: str
    footer: str = UNSET
    media: list[str] = UNSET
    header_text: str = UNSET
    actions: list[CardAction] = UNSET


class AuthenticationAction(Model):
    type: AuthenticationActionType
    copy_code_text: str


class WhatsappAuthentication(Model):
    actions: list[AuthenticationAction]
    add_security_recommendation: bool = UNSET
    code_expiration_minutes: float = UNSET


class WhatsappFlows(Model):
    body: str
    button_text: str
    flow_id: str
    subtitle: str = UNSET
    media_url: str = UNSET
    flow_token: str = UNSET
    flow_first_page_id: str = UNSET
    is_flow_first_page_endpoint: bool = UNSET


class Types(Model):
    twilio_text: TwilioText | None = field(name="twilio/text", default=None)
    twilio_media: TwilioMedia | None = field(name="twilio/media", default=None)
    twilio_location: TwilioLocation | None = field(name="twilio/location", default=None)
    twilio_list_picker: TwilioListPicker | None = field(name="twilio/list-picker", default=None)
    twilio_call_to_action: TwilioCallToAction | None = field(
        name="twilio/call-to-action", default=None
    )
    twilio_quick_reply: TwilioQuickReply | None = field(name="twilio/quick-reply", default=None)
    twilio_card: TwilioCard | None = field(name="twilio/card", default=None)
    twilio_catalog: TwilioCatalog | None = field(name="twilio/catalog", default=None)
    twilio_carousel: TwilioCarousel | None = field(name="twilio/carousel", default=None)
    twilio_flows: TwilioFlows | None = field(name="twilio/flows", default=None)
    twilio_schedule: TwilioSchedule | None = field(name="twilio/schedule", default=None)
    whatsapp_card: WhatsappCard | None = field(name="whatsapp/card", default=None)
    whatsapp_authentication: WhatsappAuthentication | None = field(
        name="whatsapp/authentication", default=None
    )
    whatsapp_flows: WhatsappFlows | None = field(name="whatsapp/flows", default=None)


class Content(ContentResource, uri="/Content/{sid}"):
    """client.content.v1.contents"""

    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="HX")
    account_sid: str
    friendly_name: str | None
    language: str | None
    variables: dict[str, Any] | None
    types: dict[str, Any] | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        language: str = param(default=...)
        types: Types = param(default=...)
        friendly_name: str = UNSET
        variables: dict[str, str] = UNSET
        content_create_request: dict[str, Any] = param(location="body", default=UNSET)

    class Update(Params, method="PUT"):
        types: Types = param(default=...)
        friendly_name: str = UNSET
        variables: dict[str, str] = UNSET
        language: str = UNSET
        content_update_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    approval_create = collection(ApprovalCreate)
    approval_fetch = collection(ApprovalFetch)
