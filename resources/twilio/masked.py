"""The parameters whose values the log does not show: personal data, secrets, one-time codes."""

# Those that Twilio's OpenAPI documents mark as personal (`x-twilio.pii`), and phone numbers.
_DOCUMENTED = """
    AddOns Address AddressCountryCode AddressLine1 AddressLine2 Amount Attributes AudioSources
    AudioSourcesExcluded AuthToken Author AuthorizeRedirectUrl
    AuthorizedContactMobilePhoneNumberE164 Body BusinessContactPhone CallbackUrl CallerName CcEmails
    Changelog ChannelData.To City Command CompanyName Configuration ContactChannelAddress
    ContactPhoneNumber Context ConversationAttributes ConversationFriendlyName
    ConversationUniqueName CountryCode CreatedBy CustomerName Data DateOfBirth
    DeauthorizeCallbackUrl Description DestinationNumber Details Did DisasterRecoveryUrl DomainName
    DomainSuffix Email Endpoint Extension FactorFriendlyName FallbackFrom FirstName ForwardedFrom
    FriendlyName From FromFormatted Handle HiddenDetails HomepageUrl Iccid Identifier Identities
    Identity IpAddress Items Key Label LastName LastUpdatedBy Media MessagingBinding Metadata
    NationalFormat NationalId NearNumber NotificationEmail Number OriginationNumber
    ParticipantIdentity ParticipantMessagingBinding Path Payee Payload PhoneNumber PluginUrl
    PostalCode Request Response Results SecondaryAuthToken SipUrl State StatusCallbackUrl Street
    StreetSecondary Tags Target To ToFormatted TollfreePhoneNumber TrackName Transcript
    TranscriptionText UniqueName Username Value VideoLayout VoiceFallbackUrl
    VoiceStatusCallbackUrl VoiceUrl
"""

# Others, which the documents do not mark.
_MESSAGES = """
    AnswerText Comment Content ContentVariables CustomMessage Input Message Observations Parameters
    PartialResults Query SendDigits Subject TaggedText TaskAttributes TemplateCustomSubstitutions
    Text Traits Twiml Variables
"""
_PEOPLE = """
    AccountNumber AddressCity AddressPostalCode AddressStreet AddressStreetSecondary
    AuthorizedRepresentative1DateOfBirth AuthorizedRepresentative1Email
    AuthorizedRepresentative1FirstName AuthorizedRepresentative1LastName
    AuthorizedRepresentative1Phone AuthorizedRepresentativeEmail Binding BusinessContactEmail
    BusinessContactFirstName BusinessContactLastName BusinessPostalCode
    BusinessRegistrationNumber BusinessRegistrationPhoneNumber BusinessStreetAddress
    BusinessStreetAddress2 CallFrom CallTo CallerDisplayName CallerId ContactIdentity ContactTitle
    Contains CustomerFriendlyName CustomerId CustomerKey DequeueFrom DequeueTo DeviceIp DisplayName
    Emails EmergencyAddress EmergencyAddressCity EmergencyAddressPostalCode EmergencyAddressStreet
    EmergencyAddressStreetSecondary EmergencyCity EmergencyName EmergencyZipCode FamilyName
    GivenName IndividualEmail IndividualPhone Latitude Longitude NearLatLong NotificationEmails
    Passports Phone PhoneNumbers ProxyIdentifier Recipients SimIccid SipAuthUsername
    SourceIpAddress StatusNotificationEmail ToBinding TransferCallerId UserHandle Zip
"""
_SECRETS = """
    AuthPayload Certificate Code CodeChallenge CodeVerifier CustomCode Pin PrivateKey
    RegistrationCode SecurityCode SimRegistrationCode TlsCert VerificationCode WriteKey
"""

MASKED_PARAMETERS = frozenset(f"{_DOCUMENTED} {_MESSAGES} {_PEOPLE} {_SECRETS}".split())
