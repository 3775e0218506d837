"""Literal types that several resources of verify.v2 use."""

from typing import Literal

AuthenticatorAttachment = Literal["platform", "cross-platform"]
Channel = Literal["sms", "call", "email", "whatsapp", "sna"]
Channels = Literal["sms", "call", "email", "whatsapp", "rbm"]
FactorStatuses = Literal["unverified", "verified"]
FactorType = Literal["push", "totp", "passkeys"]
FactorTypes = Literal["push", "totp", "passkeys"]
RespondedReason = Literal["none", "not_needed", "not_requested"]
Status = Literal["pending", "expired", "approved", "denied"]
TotpAlgorithms = Literal["sha1", "sha256", "sha512"]
