"""Payments of calls."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, field, json_value, param

from ...types import WebhookEnabled
from .base import ApiResource

BankAccountType = Literal["consumer-checking", "consumer-savings", "commercial-checking"]
Capture = Literal[
    "payment-card-number",
    "expiration-date",
    "security-code",
    "postal-code",
    "bank-routing-number",
    "bank-account-number",
    "payment-card-number-matcher",
    "expiration-date-matcher",
    "security-code-matcher",
    "postal-code-matcher",
]
PaymentMethod = Literal["credit-card", "ach-debit"]
Status = Literal["complete", "cancel"]
TokenType = Literal["one-time", "reusable", "payment-method"]


class Payments(ApiResource, uri="/Accounts/{account_sid}/Calls/{call_sid}/Payments/{sid}.json"):
    """client.api.v2010.accounts(…).calls(…).payments"""

    account_sid: str
    call_sid: str
    sid: str = field(prefix="PK")
    date_created: datetime
    date_updated: datetime | None
    uri: str

    class Create(Params):
        idempotency_key: str
        status_callback: str
        bank_account_type: BankAccountType = UNSET
        charge_amount: float = UNSET
        currency: str = UNSET
        description: str = UNSET
        input: str = UNSET
        min_postal_code_length: int = UNSET
        parameter: Any = param(json_value, default=UNSET)
        payment_connector: str = UNSET
        payment_method: PaymentMethod = UNSET
        postal_code: bool = UNSET
        security_code: bool = UNSET
        timeout: int = UNSET
        token_type: TokenType = UNSET
        valid_card_types: str = UNSET
        require_matching_inputs: str = UNSET
        confirmation: WebhookEnabled = UNSET

    class Update(Params):
        idempotency_key: str
        status_callback: str
        capture: Capture = UNSET
        status: Status = UNSET
