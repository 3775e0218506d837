"""Regulatory compliance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restmap import NoKey, collection, deferred

from .base import NumbersResource

if TYPE_CHECKING:
    from .bundle import Bundle
    from .end_user import EndUser
    from .end_user_type import EndUserType
    from .regulation import Regulation
    from .supporting_document import SupportingDocument
    from .supporting_document_type import SupportingDocumentType
else:
    Bundle = deferred(".bundle:Bundle", __package__)
    EndUser = deferred(".end_user:EndUser", __package__)
    EndUserType = deferred(".end_user_type:EndUserType", __package__)
    Regulation = deferred(".regulation:Regulation", __package__)
    SupportingDocument = deferred(".supporting_document:SupportingDocument", __package__)
    SupportingDocumentType = deferred(
        ".supporting_document_type:SupportingDocumentType", __package__
    )


class RegulatoryCompliance(NumbersResource, uri="/RegulatoryCompliance"):
    """client.numbers.v2.regulatory_compliance"""

    class Key(NoKey): ...

    bundles = collection(Bundle)
    end_user_types = collection(EndUserType)
    end_users = collection(EndUser)
    regulations = collection(Regulation)
    supporting_document_types = collection(SupportingDocumentType)
    supporting_documents = collection(SupportingDocument)
