"""Credentials."""

from __future__ import annotations

from restmap import NoKey, collection

from .base import AccountsResource
from .credential_aws import CredentialAws
from .credential_public_key import CredentialPublicKey


class Credentials(AccountsResource, uri="/Credentials"):
    """client.accounts.v1.credentials"""

    class Key(NoKey): ...

    aws = collection(CredentialAws)
    public_key = collection(CredentialPublicKey)
