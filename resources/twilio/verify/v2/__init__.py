"""Verify, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .form import Form
    from .safelist import Safelist
    from .service import Service
    from .verification_attempt import VerificationAttempt
    from .verification_attempts_summary import VerificationAttemptsSummary
    from .verification_template import VerificationTemplate
else:
    Form = deferred(".form:Form", __package__)
    Safelist = deferred(".safelist:Safelist", __package__)
    Service = deferred(".service:Service", __package__)
    VerificationAttempt = deferred(".verification_attempt:VerificationAttempt", __package__)
    VerificationAttemptsSummary = deferred(
        ".verification_attempts_summary:VerificationAttemptsSummary", __package__
    )
    VerificationTemplate = deferred(".verification_template:VerificationTemplate", __package__)


class V2(Version, prefix="/v2"):
    """https://verify.twilio.com/v2"""

    forms = collection(Form)
    safelist = collection(Safelist)
    services = collection(Service)
    templates = collection(VerificationTemplate)
    verification_attempts = collection(VerificationAttempt)
    verification_attempts_summary = collection(VerificationAttemptsSummary)
