"""Kinds of identity and biometric data, and what follows from being of a kind.

Rules never ask for a kind by name. They ask what a kind *does*: whether it names a person, how
far it links, what it reveals, and whether the person can ever change it. The table is the
project's own condensation of the definitions in GDPR 4, PIPL 28 and ISO/IEC 24745.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Modality(StrEnum):
    """The part of a person that a biometric kind measures."""

    FACE = "face"
    VOICE = "voice"
    GAIT = "gait"
    FINGERPRINT = "fingerprint"
    IRIS = "iris"
    GENOME = "genome"


class Form(StrEnum):
    """What a datum is to somebody who can read it, worst first; the exposure map colours this."""

    RAW = "raw"
    PROTECTED = "protected"
    RESULT = "result"
    IDENTITY = "identity"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 is the worst form."""
        return list(Form).index(self)


class Names(StrEnum):
    """How a datum leads to the name of a person."""

    ALONE = "alone"
    WITH_REGISTRY = "with a registry"
    WITH_GALLERY = "with a gallery"
    PARTLY = "in combination"
    NOT = "no"


class Links(StrEnum):
    """How far two records that hold the same value can be recognised as one person's."""

    EVERYTHING = "everything"
    NATION = "nation"
    SERVICES = "every service that asks for it"
    APPLICATION = "one application"
    SESSION = "one session"
    PARTLY = "in combination"
    NOT = "nothing"


class Kind(StrEnum):
    """What a datum is. The value is its plain name."""

    FACE_IMAGE = "face image"
    LIVENESS_VIDEO = "liveness video"
    DEPTH_FRAME = "depth or infrared frame"
    CHIP_PORTRAIT = "chip portrait"
    DOCUMENT_IMAGE = "identity document image"
    VOICE_RECORDING = "voice recording"
    GAIT_RECORDING = "gait recording"
    FINGERPRINT_IMAGE = "fingerprint image"
    IRIS_IMAGE = "iris image"
    GENOME = "genome"
    BIOLOGICAL_SAMPLE = "biological sample"
    FACE_TEMPLATE = "face template"
    VOICE_TEMPLATE = "voice template"
    GAIT_TEMPLATE = "gait template"
    FINGERPRINT_TEMPLATE = "fingerprint template"
    IRIS_TEMPLATE = "iris template"
    COMPARISON_SCORE = "comparison score"
    CANDIDATE_LIST = "candidate list"
    DECISION = "decision"
    NATIONAL_ID = "national id number"
    DOCUMENT_NUMBER = "document number"
    NAME = "name"
    DATE_OF_BIRTH = "date of birth"
    ADDRESS = "address"
    IDENTITY_RECORD = "identity record"
    PHONE_NUMBER = "phone number"
    EMAIL_ADDRESS = "e-mail address"
    SUBSCRIBER_ID = "subscriber or SIM identifier"
    DEVICE_ID = "device identifier"
    IP_ADDRESS = "IP address or cookie"
    LOCATION = "precise location"
    TRAJECTORY = "trajectory"
    ZONE = "zone set for a person"
    LICENCE_PLATE = "licence plate"
    WATCHLIST_ENTRY = "watch-list entry"
    RISK_SCORE = "risk score or label"
    BEHAVIOUR = "behaviour"
    HEALTH_FACT = "health fact"
    EMOTION = "emotion or state of mind"
    ORIGIN_OR_BELIEF = "origin, belief or opinion"
    ORIENTATION = "sexual orientation"
    SUSPICION = "criminal record or suspicion"
    PERSONAL_TRAIT = "personal trait"
    CREDENTIAL = "credential"
    PSEUDONYM = "pairwise pseudonym"
    ACCOUNT_ID = "account identifier"
    CONTACT_LIST = "kinship, household or contact list"
    RECOVERY_SECRET = "recovery secret"
    CONSENT_RECORD = "consent record"
    MODEL_WEIGHTS = "model weights"
    AUDIT_LOG = "audit log"
    AGGREGATE = "aggregate"
    PROTECTION_KEY = "protection key or vault"
    OTHER = "other data"

    traits: "Traits"
    """What follows from being of this kind."""


@dataclass(frozen=True)
class Traits:
    """What rules may ask of a kind.

    `modality` is set for everything from which a biometric characteristic can be read;
    `sample` says that it is the characteristic itself (an image, a recording), `template` that
    it is features extracted from one. `guessable` means that all values can be tried
    (an 18-digit Chinese id number encodes area, birth date and sex). `conduct` is what somebody
    does, where or with whom, `locates` where they are; `judges` is what somebody else holds of
    them: a score, a label, a place on a list. `signed` proves by itself who vouched for it.

    `proves_presence` is set for what is recorded to show that somebody is there and alive;
    `recording` for pictures and recordings whose files can say where, when and with what they were
    taken. `inner` are the traits that laws protect from being concluded about a person (GDPR 9 and
    10, PIPL 28, AI Act 5(1)(f) and (g)). `device` is what a device gives off, `observed` what
    others can watch or measure of a person who states nothing. `issued` stands for a person where
    it is shown, and is given out by somebody; `of_others` tells by nature of other people, too.
    `shows_agreement` is the record of what somebody agreed to. `alias` stands in the place of who
    somebody is. `group` is a trait that makes people a group which laws protect, `stands_in` what
    may stand in for one: a name, an area, dress. `of_many` is a figure about several people.
    `several` means that it holds more than one fact: a record, a document, a list, a history.
    `bounds` is a limit to where somebody may be.

    `narrows` is by about how many bits a value that is no key narrows down whom it is about: rough
    figures of the project's own, after Sweeney 2000 (birth date, sex and postcode single out 87 %
    of a nation), de Montjoye et al. 2013 (four places with times single out 95 % of 1.5 million
    people) and Gymrek et al. 2013 (parts of a genome lead to a surname).
    """

    names: Names = Names.NOT
    links: Links = Links.NOT
    sensitive: bool = False
    modality: Modality | None = None
    sample: bool = False
    guessable: bool = False
    result: bool = False
    conduct: bool = False
    locates: bool = False
    judges: bool = False
    signed: bool = False
    proves_presence: bool = False
    recording: bool = False
    inner: bool = False
    device: bool = False
    observed: bool = False
    issued: bool = False
    shows_agreement: bool = False
    of_others: bool = False
    several: bool = False
    alias: bool = False
    narrows: int = 0
    group: bool = False
    stands_in: bool = False
    of_many: bool = False
    bounds: bool = False

    @cached_property
    def template(self) -> bool:
        """Features extracted from a sample: counts as the sample unless protected."""
        return self.modality is not None and not self.sample

    @cached_property
    def irrevocable(self) -> bool:
        """The person cannot change what this shows of them."""
        return self.modality is not None

    @cached_property
    def names_directly(self) -> bool:
        """Leads to a name without the person: by itself or through a registry."""
        return self.names in (Names.ALONE, Names.WITH_REGISTRY)

    @cached_property
    def singles_out(self) -> bool:
        """Two records with this value belong to one person; the key of every join."""
        return self.links in (Links.EVERYTHING, Links.NATION, Links.SERVICES, Links.APPLICATION)

    @cached_property
    def identifier(self) -> bool:
        """Stays the same for a person and stands for them; a place, a list or a record of what
        somebody agreed to does not."""
        if self.names is Names.ALONE and self.modality is not None:
            return True
        is_plain = self.modality is None and not self.sensitive and not self.result
        return self.singles_out and is_plain and not self.shows_agreement

    @cached_property
    def personal(self) -> bool:
        """Says something about somebody."""
        return self.names is not Names.NOT or self.links is not Links.NOT or self.sensitive

    @cached_property
    def measured(self) -> bool:
        """Can be taken of a person without their stating it: of the body, the behaviour, the
        place or the things they carry."""
        return self.irrevocable or self.device or self.observed

    @cached_property
    def form(self) -> Form:
        """What somebody who reads it has in hand."""
        if self.modality is not None:
            return Form.RAW
        if self.result:
            return Form.RESULT
        return Form.IDENTITY if self.personal else Form.NONE


def _sample(
    modality: Modality,
    names: Names = Names.WITH_GALLERY,
    *,
    recording: bool = True,
    proves_presence: bool = False,
    narrows: int = 0,
    of_others: bool = False,
) -> Traits:
    return Traits(
        names,
        Links.EVERYTHING,
        sensitive=True,
        modality=modality,
        sample=True,
        recording=recording,
        proves_presence=proves_presence,
        narrows=narrows,
        of_others=of_others,
    )


def _template(modality: Modality) -> Traits:
    return Traits(Names.WITH_GALLERY, Links.EVERYTHING, sensitive=True, modality=modality)


_TRAITS = {
    Kind.FACE_IMAGE: _sample(Modality.FACE),
    Kind.LIVENESS_VIDEO: _sample(Modality.FACE, proves_presence=True),
    Kind.DEPTH_FRAME: _sample(Modality.FACE, proves_presence=True),
    Kind.CHIP_PORTRAIT: _sample(Modality.FACE, recording=False),
    Kind.DOCUMENT_IMAGE: _sample(Modality.FACE, Names.ALONE),
    Kind.VOICE_RECORDING: _sample(Modality.VOICE),
    Kind.GAIT_RECORDING: _sample(Modality.GAIT),
    Kind.FINGERPRINT_IMAGE: _sample(Modality.FINGERPRINT),
    Kind.IRIS_IMAGE: _sample(Modality.IRIS),
    Kind.GENOME: _sample(Modality.GENOME, recording=False, of_others=True, narrows=30),
    Kind.BIOLOGICAL_SAMPLE: _sample(Modality.GENOME, recording=False, of_others=True, narrows=30),
    Kind.FACE_TEMPLATE: _template(Modality.FACE),
    Kind.VOICE_TEMPLATE: _template(Modality.VOICE),
    Kind.GAIT_TEMPLATE: _template(Modality.GAIT),
    Kind.FINGERPRINT_TEMPLATE: _template(Modality.FINGERPRINT),
    Kind.IRIS_TEMPLATE: _template(Modality.IRIS),
    Kind.COMPARISON_SCORE: Traits(links=Links.SESSION, result=True),
    Kind.CANDIDATE_LIST: Traits(Names.WITH_REGISTRY, Links.APPLICATION, result=True),
    Kind.DECISION: Traits(links=Links.SESSION, result=True),
    Kind.NATIONAL_ID: Traits(Names.ALONE, Links.NATION, guessable=True, stands_in=True),
    Kind.DOCUMENT_NUMBER: Traits(Names.WITH_REGISTRY, Links.NATION, guessable=True),
    Kind.NAME: Traits(Names.ALONE, Links.PARTLY, guessable=True, stands_in=True),
    Kind.DATE_OF_BIRTH: Traits(Names.PARTLY, Links.PARTLY, guessable=True, narrows=15),
    Kind.ADDRESS: Traits(Names.PARTLY, Links.PARTLY, guessable=True, stands_in=True, narrows=15),
    Kind.IDENTITY_RECORD: Traits(
        Names.ALONE, Links.NATION, guessable=True, several=True, stands_in=True
    ),
    Kind.PHONE_NUMBER: Traits(Names.WITH_REGISTRY, Links.SERVICES, guessable=True),
    Kind.EMAIL_ADDRESS: Traits(Names.WITH_REGISTRY, Links.SERVICES, guessable=True),
    Kind.SUBSCRIBER_ID: Traits(Names.WITH_REGISTRY, Links.NATION, guessable=True, device=True),
    Kind.DEVICE_ID: Traits(Names.PARTLY, Links.SERVICES, guessable=True, device=True),
    Kind.IP_ADDRESS: Traits(Names.PARTLY, Links.APPLICATION, guessable=True, device=True),
    Kind.LOCATION: Traits(
        Names.PARTLY,
        Links.PARTLY,
        sensitive=True,
        observed=True,
        conduct=True,
        locates=True,
        narrows=12,
    ),
    Kind.TRAJECTORY: Traits(
        Names.PARTLY,
        Links.EVERYTHING,
        sensitive=True,
        observed=True,
        conduct=True,
        locates=True,
        several=True,
        narrows=30,
    ),
    Kind.ZONE: Traits(Names.PARTLY, Links.PARTLY, bounds=True, stands_in=True, narrows=12),
    Kind.LICENCE_PLATE: Traits(Names.WITH_REGISTRY, Links.NATION, guessable=True, observed=True),
    Kind.WATCHLIST_ENTRY: Traits(
        Names.ALONE, Links.APPLICATION, sensitive=True, inner=True, judges=True
    ),
    Kind.RISK_SCORE: Traits(Names.PARTLY, Links.NOT, sensitive=True, judges=True),
    Kind.BEHAVIOUR: Traits(
        Names.PARTLY, Links.PARTLY, sensitive=True, observed=True, conduct=True, narrows=10
    ),
    Kind.HEALTH_FACT: Traits(
        Names.PARTLY,
        Links.PARTLY,
        sensitive=True,
        inner=True,
        observed=True,
        group=True,
        narrows=10,
    ),
    Kind.PERSONAL_TRAIT: Traits(
        Names.PARTLY, Links.PARTLY, observed=True, stands_in=True, narrows=3
    ),
    Kind.CREDENTIAL: Traits(
        Names.WITH_REGISTRY, Links.SERVICES, issued=True, signed=True, several=True
    ),
    Kind.PSEUDONYM: Traits(Names.NOT, Links.APPLICATION, issued=True, alias=True),
    Kind.ACCOUNT_ID: Traits(Names.WITH_REGISTRY, Links.APPLICATION, guessable=True),
    Kind.CONTACT_LIST: Traits(
        Names.ALONE,
        Links.PARTLY,
        sensitive=True,
        inner=True,
        of_others=True,
        conduct=True,
        several=True,
    ),
    Kind.RECOVERY_SECRET: Traits(Names.NOT, Links.APPLICATION, issued=True),
    Kind.EMOTION: Traits(Names.PARTLY, Links.NOT, sensitive=True, inner=True, observed=True),
    Kind.ORIGIN_OR_BELIEF: Traits(
        Names.PARTLY, Links.PARTLY, sensitive=True, inner=True, group=True, narrows=3
    ),
    Kind.ORIENTATION: Traits(
        Names.PARTLY, Links.PARTLY, sensitive=True, inner=True, group=True, narrows=3
    ),
    Kind.SUSPICION: Traits(Names.PARTLY, Links.PARTLY, sensitive=True, inner=True),
    Kind.CONSENT_RECORD: Traits(Names.ALONE, Links.APPLICATION, shows_agreement=True),
    Kind.MODEL_WEIGHTS: Traits(),
    Kind.AUDIT_LOG: Traits(Names.PARTLY, Links.PARTLY),
    Kind.AGGREGATE: Traits(of_many=True),
    Kind.PROTECTION_KEY: Traits(),
    Kind.OTHER: Traits(),
}

for _kind, _traits in _TRAITS.items():
    _kind.traits = _traits

TEMPLATE_OF = {kind.traits.modality: kind for kind in Kind if kind.traits.template}
"""The template kind that extraction gives for each modality."""

SAMPLE_OF = {
    Modality.FACE: Kind.FACE_IMAGE,
    Modality.VOICE: Kind.VOICE_RECORDING,
    Modality.GAIT: Kind.GAIT_RECORDING,
    Modality.FINGERPRINT: Kind.FINGERPRINT_IMAGE,
    Modality.IRIS: Kind.IRIS_IMAGE,
    Modality.GENOME: Kind.GENOME,
}
"""The raw kind that a template of each modality gives back."""
