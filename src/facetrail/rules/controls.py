"""The list of controls: everything that rules name as what removes their threat, each once.

A control is worded once and keeps its words, so that a report can say how much one change would
remove. What a control may bring belongs to the control, whichever rule names it.
"""

from dataclasses import dataclass
from enum import StrEnum

from facetrail.model.words import (
    Datum,
    External,
    Flow,
    Goal,
    Party,
    Person,
    Process,
    Sensor,
    Store,
    Subjects,
)


class Where(StrEnum):
    """Where in a system a control goes, as data meet these places."""

    SENSOR = "sensor"
    PROCESS = "process"
    DATA = "data"
    STORE = "store"
    KEY = "key"
    FLOW = "flow"
    GOAL = "goal"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be done against threats.

    `name` is what to do, a short imperative phrase that completes "what removes it:"; `does` is a
    sentence on what it changes; `adds` are the ids of the rules whose threat it may bring.
    `stated_in` are the attributes by which a model says that it is there: making one of them
    stronger brings no threat but those in `adds`, which a law test holds.
    """

    name: str
    does: str
    where: Where
    adds: tuple[str, ...] = ()
    stated_in: tuple[tuple[type, str], ...] = ()


# At the capture

STOP_CAPTURE = Control(
    "stop the capture",
    "What is not taken cannot be kept, passed on or used.",
    Where.SENSOR,
)
SIGN = Control(
    "mark the sensor with a sign that names the use",
    "People see that they are captured, by whom and for what, before it happens.",
    Where.SENSOR,
    stated_in=((Sensor, "notice"), (Sensor, "act")),
)
LAYERED_NOTICE = Control(
    "give a notice in layers, before the capture",
    "The essentials are told in time, and the rest stands where who wants can read it.",
    Where.SENSOR,
    stated_in=((Sensor, "notice"),),
)
SINGLE_MODALITY = Control(
    "take one characteristic only",
    "A leak or a search then concerns a face or a voice, not all that a body gives away.",
    Where.SENSOR,
)
SWITCH_PROBES_OFF = Control(
    "switch off further sensors and probes for devices",
    "Nothing is read off a person's phone or body beside what the check is about.",
    Where.SENSOR,
)
DROP_AT_SENSOR = Control(
    "drop what is not needed while it is still at the sensor",
    "What never leaves the sensor can be joined, kept and read by nobody.",
    Where.SENSOR,
)
CROP_ON_SENSOR = Control(
    "crop on the sensor to the person meant",
    "Whoever stands by is cut out before anything is computed or sent.",
    Where.SENSOR,
)
SEPARATE_LANE = Control(
    "set the capture apart with a lane or a partition for enrolled people",
    "Others do not come before the sensor at all.",
    Where.SENSOR,
)
FEWER_SENSORS = Control(
    "use fewer sensors, in a zone that fits the case",
    "Fewer people are captured to find those who are looked for.",
    Where.SENSOR,
    stated_in=((Sensor, "count"),),
)
CAPTURE_ON_EVENT = Control(
    "capture on an event, not all the time",
    "A person is captured when something has to be decided, and not in between.",
    Where.SENSOR,
    stated_in=((Sensor, "frequency"),),
)
COUNT_AT_SENSOR = Control(
    "count at the sensor, without a key for anybody",
    "How many people pass is known, and who they are is not.",
    Where.SENSOR,
)
READ_CHIP = Control(
    "read the chip of the document",
    "Signed fields come in place of a picture of the whole page.",
    Where.SENSOR,
)
CHECK_DOCUMENTS = Control(
    "check documents by machine, tested on forged and on genuine ones",
    "Somebody with another person's or a made-up document is noticed before a face is compared.",
    Where.PROCESS,
    adds=("full-document-image-kept",),
    stated_in=((Process, "checks_documents"),),
)
ATTEST_SENSOR = Control(
    "authenticate the sensor and what it sends",
    "A comparison takes samples from a known device only, not from a file or a stranger's phone.",
    Where.SENSOR,
    adds=("identifier-reused-across-contexts",),
)
DETECT_PRESENTATION_ATTACKS = Control(
    "detect presentation attacks, tested to ISO/IEC 30107-3",
    "A picture, a mask or a screen held before the sensor no longer passes for the person.",
    Where.SENSOR,
    adds=("liveness-video-reused", "surplus-modalities-captured", "demographic-gap-untested"),
    stated_in=((Sensor, "attack_detection"),),
)
DETECT_PRESENTATION_ON_DEVICE = Control(
    "look for presentation attacks on the person's own device",
    "The recording that shows whether somebody is there never leaves that person's hands.",
    Where.SENSOR,
    adds=("no-injection-protection",),
)
DETECT_INJECTION = Control(
    "look for injected and forged media",
    "A recording fed in past the sensor, or made by a machine, is found out.",
    Where.PROCESS,
    adds=("vendor-links-customers", "image-metadata-travels", "probe-outlives-decision"),
    stated_in=((Process, "media_checks"),),
)
STRIP_METADATA = Control(
    "send only the pixels, without metadata",
    "Where, when and with what a picture was taken stays on the device.",
    Where.SENSOR,
    adds=("no-injection-protection",),
    stated_in=((Datum, "metadata"),),
)
MANAGE_TERMINAL = Control(
    "use a managed terminal with no export and one step on its screen",
    "Who handles the terminal cannot take along or photograph what it captures.",
    Where.SENSOR,
    stated_in=((Party, "keeps_captures"),),
)
NO_LOCAL_CACHE = Control(
    "keep nothing on the capturing device once it is sent",
    "A lost, sold or borrowed device holds nobody's sample.",
    Where.SENSOR,
    stated_in=((Party, "keeps_captures"),),
)
ASK_AGE_FIRST = Control(
    "ask for the age before anything else",
    "Minors are told apart before anything of them is captured.",
    Where.SENSOR,
    adds=("biometric-without-identity-need",),
)
EXCLUDE_OTHERS = Control(
    "take nothing about other people",
    "A field less, a crop or one contact in place of all leaves out those who were not asked.",
    Where.SENSOR,
)

# Comparing and concluding

LEAVE_OUT_STEP = Control(
    "leave out the step",
    "The check, search, score, rule or inference is not made, and nothing follows from it.",
    Where.PROCESS,
)
USE_TOKEN = Control(
    "use a ticket, a token or a count instead",
    "What has to be known is known, and nobody has to be recognised for it.",
    Where.PROCESS,
)
COMPARE_ON_DEVICE = Control(
    "compare on the person's own device or card",
    "Sample and reference stay with the person, and only the decision leaves.",
    Where.PROCESS,
    adds=("no-injection-protection",),
)
EXTRACT_ON_DEVICE = Control(
    "extract and protect the template on the person's own device",
    "A protected template leaves the device in place of the sample.",
    Where.PROCESS,
    adds=("unauthenticated-sensor",),
)
RUN_VENDOR_CODE_ON_DEVICE = Control(
    "run the vendor's code on the person's device, with nothing sent back",
    "The vendor gives its method and gets nobody's data.",
    Where.PROCESS,
    adds=("no-injection-protection",),
)
COMPARE_WITH_CHIP = Control(
    "compare with the portrait on the chip, at the terminal",
    "The document that the person brings takes the place of a central gallery.",
    Where.PROCESS,
    adds=("uncontrolled-reference-photo",),
)
COMPARE_WITH_ONE = Control(
    "compare with the one record claimed (1:1)",
    "Nobody else's record is searched, and nobody else can be hit.",
    Where.PROCESS,
    # Only a comparison with one record can be made elsewhere, be held to its own rates of error,
    # or be tried again by somebody who claims to be another.
    adds=("central-comparison", "weak-accuracy-target", "failed-attempts-unlimited"),
    stated_in=((Process, "comparison"),),
)
ROUND_SCORE = Control(
    "round the score to coarse bands",
    "Many tries no longer tell how to come closer to somebody's reference.",
    Where.PROCESS,
)
LIMIT_TRIES = Control(
    "limit the number of tries",
    "Trying until something matches ends early.",
    Where.PROCESS,
    stated_in=((Process, "attempt_limit"),),
)
HUMAN_REVIEW = Control(
    "let somebody decide who sees the case and may depart from the machine",
    "A wrong hit or miss can be noticed before it does something to the person.",
    Where.PROCESS,
    adds=("reviewers-see-whole-case", "operators-can-browse"),
    stated_in=((Process, "human_review"),),
)
TWO_REVIEWERS = Control(
    "have two people confirm an identification, each alone",
    "One person's error or haste no longer leads to coercion.",
    Where.PROCESS,
    adds=("reviewers-see-whole-case",),
    stated_in=((Process, "confirmed_by"),),
)
MEASURE_DIFFERENCES = Control(
    "measure on counts whether outcomes differ between groups",
    "A bias is found without a label on anybody.",
    Where.PROCESS,
)
SET_THRESHOLD = Control(
    "set the threshold by a stated target for errors, and test it there",
    "How often somebody is wrongly accepted or refused is known and bounded.",
    Where.PROCESS,
    stated_in=((Process, "error_limits"),),
)
INDEPENDENT_TEST = Control(
    "have somebody independent measure the rates of error",
    "The rates are those of the system in use, not those of a brochure.",
    Where.PROCESS,
)
TEST_BY_GROUP = Control(
    "measure the rates of error by sex, age and skin tone",
    "Groups that are refused more often are noticed.",
    Where.PROCESS,
    adds=("sensitive-trait-inferred",),
    stated_in=((Process, "tested_by_group"),),
)
ONE_THRESHOLD = Control(
    "keep one fixed threshold for everybody",
    "Rates of different groups can be compared, and none has to be recognised first.",
    Where.PROCESS,
)
RAISE_THRESHOLD = Control(
    "alert at a higher score only",
    "Fewer false alerts come up, so that each one can be looked at.",
    Where.PROCESS,
)
CHECK_QUALITY = Control(
    "take only references of stated quality and age",
    "People are not refused, or taken for another, because of an old or poor picture.",
    Where.PROCESS,
    stated_in=((Datum, "upkeep"),),
)
REFRESH_REFERENCE = Control(
    "renew the reference from time to time",
    "The reference keeps up with how the person looks.",
    Where.PROCESS,
    adds=("verification-too-frequent",),
)
LIMIT_ADAPTATION = Control(
    "state how often and how far a reference may change",
    "A reference cannot turn, little by little, into a record of each visit.",
    Where.PROCESS,
)
RELY_ON_EARLIER_CHECK = Control(
    "rely on an earlier check that is still valid",
    "A person shows once what several services need to know.",
    Where.PROCESS,
    adds=("identifier-reused-across-contexts",),
)
CHECK_EACH_ACT = Control(
    "check at each act that matters that the person is there and means it",
    "What somebody else does with a number, device or account is no longer put down to them.",
    Where.PROCESS,
    adds=("verification-too-frequent", "attributable-biometric-log"),
    stated_in=((Process, "attribution"), (External, "attribution")),
)
SHOW_UNPROVEN = Control(
    "show the attribution as unproven, and act on more than it",
    "A registration is a lead, and does not stand as proof of who did something.",
    Where.PROCESS,
    stated_in=((Process, "attribution"), (External, "attribution")),
)
ONE_ANSWER = Control(
    "give one answer, of one size and after one time, for “not enrolled” and “no match”",
    "A stranger cannot find out by asking whether somebody is enrolled.",
    Where.PROCESS,
    stated_in=((Process, "tells_enrolment"),),
)
ANSWER_THE_OWNER = Control(
    "answer only those who have shown that the account is theirs",
    "A stranger gets no answer from which to conclude anything.",
    Where.PROCESS,
    stated_in=((Process, "tells_enrolment"),),
)
VERIFY_ON_THE_SPOT = Control(
    "verify on the spot, so that nothing is sent",
    "No message to a server or an issuer tells that, where and when somebody is checked.",
    Where.PROCESS,
    adds=("reference-not-renewable",),
)
PURPOSE_GATE = Control(
    "let data through only for the purposes they carry",
    "A use that nobody agreed to stops at a gate, not at somebody's good will.",
    Where.PROCESS,
)
INHERIT_PURPOSES = Control(
    "hand purposes on to what is derived",
    "A derived datum serves only what all that it is made from may serve.",
    Where.PROCESS,
)
LEAVE_OUT_TRAIT = Control(
    "leave out the trait and what stands in for it",
    "Nobody is picked because of origin, belief or body, or because of a name or an area.",
    Where.PROCESS,
)
SUBJECT_SETS_ZONE = Control(
    "let the person set the zone, and tell only them",
    "The alert serves the person whom it is about.",
    Where.PROCESS,
    stated_in=((Process, "zone_set_by"),),
)
FAULT_TO_OWNER = Control(
    "raise a fault about the device, to its owner",
    "That something is missing is a matter of the device, not a suspicion about the person.",
    Where.PROCESS,
    stated_in=((Process, "absence_set_by"),),
)
ACT_ON_OFFENCES = Control(
    "act on offences only, under a stated law",
    "What nobody forbids has no consequence.",
    Where.PROCESS,
)

# Watching

CONFINE_BY_ORDER = Control(
    "run the search or alert only on an order, for one case, place and time",
    "Somebody outside decides beforehand about whom, where and how long.",
    Where.PROCESS,
)
SEARCH_AFTERWARDS = Control(
    "search recordings afterwards, on a single order",
    "Nobody who passes is identified while passing.",
    Where.PROCESS,
    adds=("recordings-searched-at-will",),
    stated_in=((Process, "real_time"),),
)
SEARCH_WITH_REASON = Control(
    "search where, when and among whom there is a reason to expect those sought",
    "People who have nothing to do with the case are not searched.",
    Where.PROCESS,
)
SHORTEN_LIST = Control(
    "search for fewer people, and let their entries end",
    "There are fewer people to be found, and fewer to be mistaken for one of them.",
    Where.STORE,
)
LIST_RULES = Control(
    "give the list rules for entry, use, end and challenge",
    "Who is on it, why, for how long and how to get off it is settled and can be checked.",
    Where.STORE,
    stated_in=((Store, "list_rules"),),
)
GROUNDED_GALLERY = Control(
    "search a gallery of its own, of people who agreed or are on it for a stated ground",
    "People enrolled or photographed for something else are not in it.",
    Where.STORE,
)
DELETE_GROUNDLESS = Control(
    "delete what there is no ground for, and what was made of it",
    "It ends in the store, in models trained on it and at those who received it.",
    Where.STORE,
)

# Keeping

DO_NOT_STORE = Control(
    "do not store the data",
    "There is nothing to leak, to search or to hand over.",
    Where.STORE,
)
KEEP_ON_DEVICE = Control(
    "keep the data on the person's own device or card",
    "Nobody else holds it, and one event exposes one person.",
    Where.STORE,
    adds=("copies-escape-deletion",),
)
DELETE_AT_ONCE = Control(
    "delete data as soon as they have served",
    "What was taken to answer one question is gone when the question is answered.",
    Where.STORE,
    adds=("no-correction-route",),
    stated_in=((Store, "retention"), (Store, "keeps_non_matches")),
)
DELETE_SAMPLE = Control(
    "delete the sample once the reference is made",
    "The picture itself does not lie beside what was made from it.",
    Where.STORE,
    adds=("uncontrolled-reference-photo",),
)
READ_FIELDS = Control(
    "read the fields and discard the picture",
    "What is needed is kept, and the portrait, the number and the rest of the page are not.",
    Where.STORE,
)
LIMIT_RETENTION = Control(
    "set a period or an ending event",
    "What is kept has an end that somebody can hold the keeper to.",
    Where.STORE,
    stated_in=((Store, "retention"),),
)
OVERWRITE_SOON = Control(
    "overwrite after minutes, and pass no lasting key along",
    "The places of a person do not add up to a history.",
    Where.STORE,
    stated_in=((Store, "track_points"),),
)
DELETE_AUTOMATICALLY = Control(
    "delete by a timer, not by hand",
    "The promised end comes though nobody thinks of it.",
    Where.STORE,
)
CASCADE_DELETION = Control(
    "pass every deletion on to all copies and to what was derived",
    "What is deleted is gone everywhere, not in one place.",
    Where.STORE,
    stated_in=((Store, "deletes_on"),),
)
ROTATE_BACKUPS = Control(
    "let backups run out in time, and repeat deletions after a restore",
    "What is deleted does not come back.",
    Where.STORE,
    stated_in=((Store, "replays_deletions"),),
)
DELETE_ON_REFUSAL = Control(
    "delete an application with its refusal",
    "Who was refused or gave up leaves nothing behind.",
    Where.STORE,
    adds=("no-correction-route",),
    stated_in=((Store, "after_refusal"),),
)
PERIOD_FOR_REFUSALS = Control(
    "give refused applications a short period of their own, and share them with nobody",
    "A dispute stays possible, and the refusal does not follow the person.",
    Where.STORE,
)
PLAIN_RECORDING_ONLY = Control(
    "keep the plain recording only, with a purpose and a period of its own",
    "Of those who did not match no template and no searchable trace stays.",
    Where.STORE,
    stated_in=((Store, "keeps_non_matches"),),
)
AGGREGATE = Control(
    "keep or pass on counts over many people only",
    "What has to be known about many is known, and about each nothing.",
    Where.STORE,
)
SEPARATE_STORES = Control(
    "keep biometric and identity records under separate stores, keys and roles",
    "No one leak and no one role gives the face together with the name.",
    Where.STORE,
)
SEPARATE_HALVES = Control(
    "keep the two halves of a reference apart, one of them with the person or another party",
    "Nobody holds both, and one half gives away nothing.",
    Where.STORE,
)
SPLIT_TABLE = Control(
    "leave the table, key or vault with another party, opened only together",
    "Who holds the pseudonyms cannot undo them alone.",
    Where.STORE,
)
DESTROY_WAY_BACK = Control(
    "destroy what leads back: the original, the table or the key",
    "What is left leads to nobody any more.",
    Where.STORE,
)
ENCRYPT_AT_REST = Control(
    "encrypt what rests",
    "Who takes the disk or a backup cannot read it.",
    Where.STORE,
    adds=("operator-holds-the-key",),
)
TAKE_OFF_NETWORK = Control(
    "take the store off the open network",
    "Only the systems that work with it can reach it.",
    Where.STORE,
    stated_in=((Store, "reachable"),),
)
REQUIRE_LOGIN = Control(
    "let nobody in without authentication",
    "A found address is not enough to read it.",
    Where.STORE,
    stated_in=((Store, "reachable"),),
)
REDACT_LOG = Control(
    "redact before logging",
    "A log tells what a system did, and not to whom.",
    Where.STORE,
)
PSEUDONYMOUS_LOG = Control(
    "log a token or pseudonym, safe against changes",
    "Events can be followed and proved, and a name is found only through the table.",
    Where.STORE,
    adds=("pseudonym-table-reachable",),
)
SHORT_LOG = Control(
    "end each line of a log when a dispute about it can no longer come up",
    "What somebody did stays provable as long as they may need it, and no longer.",
    Where.STORE,
    stated_in=((Store, "retention"),),
)

# Keys

KEY_WITH_PERSON = Control(
    "leave the key of each person with that person alone",
    "Who holds the store, or orders it opened, cannot read it.",
    Where.KEY,
    adds=("no-redress-for-false-non-match",),
)
SPLIT_KEY = Control(
    "split the key with another party",
    "No party, and nobody who can order it about, opens it alone.",
    Where.KEY,
    adds=("processor-without-agreement",),
)
TWO_PERSON_KEY = Control(
    "keep the key in a hardware module that needs two people",
    "Nobody inside opens it alone, and the key cannot be copied.",
    Where.KEY,
)
KEY_FOR_EACH_USE = Control(
    "use another key for each application or customer",
    "Records of one person look different in each, so that nobody can match them.",
    Where.KEY,
    adds=("pseudonym-table-reachable",),
)
DESTROY_KEY = Control(
    "destroy the person's key when they are deleted",
    "Copies that no deletion reaches can no longer be read.",
    Where.KEY,
    adds=("operator-holds-the-key",),
)

# Templates and credentials

PROTECT_TEMPLATE = Control(
    "store only a protected template whose irreversibility has published evidence",
    "Who takes it gets no face, and nothing to be recognised by elsewhere.",
    Where.DATA,
    adds=("template-halves-together", "weak-accuracy-target"),
)
RENEW_TEMPLATE = Control(
    "use a protected template that can be issued anew",
    "A stolen one is replaced, and is worth nothing.",
    Where.DATA,
    adds=("source-image-outlives-template",),
    stated_in=((Datum, "renewable"),),
)
UNLINKABLE_TEMPLATE = Control(
    "use a protection scheme that cannot be linked across applications",
    "Two galleries cannot be searched for the people in both.",
    Where.DATA,
)
BIND_TOKEN = Control(
    "bind the reference to a token whose key can be changed",
    "A stolen reference is of no use without the token, which is replaced.",
    Where.DATA,
    stated_in=((Datum, "renewable"),),
)
SHOW_FIELDS_ONLY = Control(
    "have only the fields shown that are asked for",
    "The rest of a document or credential stays with the person.",
    Where.DATA,
)
PROVE_FACT_ONLY = Control(
    "have the person prove the one fact, in a proof that repeats nothing",
    "That somebody is of age or entitled is shown, and not who, nor that it is the same as before.",
    Where.DATA,
)
USE_ONCE = Control(
    "use each credential for one showing only",
    "Two showings have no value in common.",
    Where.DATA,
    adds=("verifier-phones-home",),
)
ISSUE_STOCK = Control(
    "issue a stock of credentials, none of which is used twice",
    "Showings cannot be joined, and the issuer is not asked for a new one each time.",
    Where.DATA,
)
DISCARD_AT_ISSUE = Control(
    "let the issuer drop the values, or whose they are, once it has issued them",
    "Issuer and verifier have nothing left to compare.",
    Where.DATA,
)
SHORT_LIVED = Control(
    "issue credentials that run out soon",
    "There is no status that could be watched later.",
    Where.DATA,
    adds=("verifier-phones-home",),
)
PERSON_PROVES_STATUS = Control(
    "let the person prove the status when they show it",
    "Nobody needs a handle by which to look later.",
    Where.DATA,
    stated_in=((Datum, "status"),),
)
ROTATE_HANDLES = Control(
    "use another status handle at each showing",
    "A handle that somebody kept leads nowhere later.",
    Where.DATA,
)
DENIABLE_PROOF = Control(
    "use a proof that only the named verifier can believe",
    "Whoever gets hold of it later can prove nothing with it.",
    Where.DATA,
    adds=("no-redress-for-false-non-match",),
    stated_in=((Datum, "transferable"),),
)
KEEP_SIGNATURE = Control(
    "show the answer and leave the signature at its source",
    "What is passed on can be denied, and a dispute can still be settled at the source.",
    Where.DATA,
    stated_in=((Datum, "transferable"),),
)

# Names, links and groups

KEYED_HASH = Control(
    "use a keyed hash whose key the receiver does not reach",
    "Trying all numbers no longer finds the one behind it.",
    Where.DATA,
    adds=("pseudonym-table-reachable",),
)
TOKEN_FROM_VAULT = Control(
    "replace the value by a token from a vault",
    "The token says nothing about what it stands for.",
    Where.DATA,
    adds=("pseudonym-table-reachable",),
)
PAIRWISE_PSEUDONYM = Control(
    "use another value or alias for each context",
    "Two services cannot find out that they have the same person.",
    Where.DATA,
    adds=("pseudonym-table-reachable",),
    stated_in=((Datum, "scope"),),
)
JOIN_PER_USE = Control(
    "join the records per use, by a pseudonym that only the comparison knows",
    "The records meet for one check and lie apart before and after it.",
    Where.DATA,
)
SEALED_IDENTITY = Control(
    "use a pseudonym that leads to a name only if something happens",
    "A service knows that somebody can be found, and not who it is.",
    Where.DATA,
    adds=("pseudonym-table-reachable",),
)
OPAQUE_IDS = Control(
    "name each object by a value of its own, without meaning",
    "Names, addresses and logs of objects tell nothing about people.",
    Where.DATA,
)
INTO_CONTENT = Control(
    "move the identifier into the content, under the same protection",
    "Only those who may read the content read it.",
    Where.DATA,
)
NO_JOIN_KEY = Control(
    "pass on no value that joins two records",
    "Two sets about the same people stay two sets.",
    Where.FLOW,
)
FORGET_BETWEEN_PLACES = Control(
    "recognise nobody from one place, or one session, to the next",
    "What is seen at single places does not become a track.",
    Where.PROCESS,
)
INTERSECT_PRIVATELY = Control(
    "ask over both sets without pooling them (private set intersection)",
    "The answer is known, and neither side sees the set of the other.",
    Where.PROCESS,
)
SEPARATE_PARTY = Control(
    "leave one of the two sets with a separate party",
    "Nobody has all that a record of the person would take.",
    Where.PARTY,
)
SEPARATE_INSTANCES = Control(
    "run an instance for each customer, with no model of persons in common",
    "A vendor does not recognise at one customer whom it met at another.",
    Where.PROCESS,
    stated_in=((Party, "customers_apart"),),
)
COARSEN = Control(
    "make the values coarser, so that each stands for many people",
    "An age, an area and a day no longer single anybody out.",
    Where.DATA,
)
LARGER_GROUPS = Control(
    "publish and decide only on groups of a stated size",
    "Nobody can be singled out in a group, nor in the difference of two.",
    Where.DATA,
    stated_in=((Datum, "group_size"),),
)
ADD_NOISE = Control(
    "add noise that covers one person, counted over all releases",
    "Whether somebody is in the data makes no difference that could be seen.",
    Where.DATA,
)
REPLACE_WHAT_IDENTIFIES = Control(
    "replace what identifies by something that was not made from it",
    "No method, now or later, brings the face, the voice or the number back.",
    Where.DATA,
)
TREAT_AS_PERSONAL = Control(
    "treat the result as personal data",
    "Period, purpose and protection go on as for what it was made from.",
    Where.PARTY,
)

# Models

CONSENTED_TRAINING_SET = Control(
    "train on a set of people who agreed to it",
    "Whoever only wanted to be checked is not in the model.",
    Where.DATA,
    adds=("consent-not-free",),
)
SYNTHETIC_DATA = Control(
    "train on synthetic data without personal ancestors",
    "No person is in the model.",
    Where.DATA,
    adds=("model-leaks-members",),
)
UNLEARN = Control(
    "train so that one record can be taken out again",
    "Who withdraws is out of the model too.",
    Where.PROCESS,
    stated_in=((Datum, "unlearning"),),
)
PRIVATE_TRAINING = Control(
    "train with a bound on what one record can change",
    "The model gives away nearly nothing about who was in its training set.",
    Where.PROCESS,
    adds=("demographic-gap-untested",),
    stated_in=((Datum, "members_protected"),),
)
TEST_MEMBERSHIP = Control(
    "test what the model gives away about members, before it is passed on",
    "What could be got out of it is known in time.",
    Where.PROCESS,
)

# Passing on

ENCRYPT_CHANNEL = Control(
    "encrypt and authenticate the channel",
    "Nobody on the way reads or changes what is sent.",
    Where.FLOW,
    stated_in=((Party, "protects_channels"),),
)
PASS_DECISION_ONLY = Control(
    "pass on the decision only",
    "The receiver learns the outcome, and gets no score, template or sample.",
    Where.FLOW,
)
ANSWER_YES_OR_NO = Control(
    "answer yes or no, or with the one fact asked for",
    "The question is answered, and the record stays where it is.",
    Where.FLOW,
    adds=("response-reveals-enrolment", "verifier-phones-home"),
)
HIDE_TRAFFIC = Control(
    "send in batches, through a relay or with cover traffic",
    "Who watches the line cannot tell who uses the service, and when.",
    Where.FLOW,
    stated_in=((Party, "observers"),),
)
FETCH_WHOLE_LISTS = Control(
    "fetch lists of what is valid as a whole",
    "Nobody asks about one person, so that nobody learns who is checked.",
    Where.FLOW,
    adds=("status-watched-after-use",),
)
ASK_BLINDLY = Control(
    "ask blindly, or through a relay",
    "The issuer answers and does not learn who asks about whom.",
    Where.FLOW,
    adds=("processor-without-agreement",),
)
ORDER_GATE = Control(
    "check order, scope and record at a gate each time",
    "An authority gets what an order names, and that it did can be looked up.",
    Where.FLOW,
    stated_in=((Flow, "gated"),),
)
CASE_BY_CASE = Control(
    "let the authority ask about one case at a time, through a gate",
    "People about whom nobody asks are not handed over.",
    Where.FLOW,
    stated_in=((Flow, "extent"),),
)
TRANSFER_GROUND = Control(
    "put the transfer on a stated ground, with an assessment",
    "Somebody has looked at what can happen to the data there, and is bound by it.",
    Where.FLOW,
    stated_in=((Flow, "transfer_ground"),),
)
KEEP_WHERE_TAKEN = Control(
    "keep the data in the jurisdiction where they are taken",
    "The law that people live under decides who may reach them.",
    Where.STORE,
    adds=("central-honeypot", "ungated-authority-access"),
)
READ_ON_THE_SPOT = Control(
    "let only people and systems on the spot read them",
    "Support and staff elsewhere, and who can order them about, do not see them.",
    Where.PARTY,
    stated_in=((Party, "access_from"),),
)
OUT_OF_REACH = Control(
    "choose a keeper that no such order reaches",
    "Only the authorities of the place can ask for the data.",
    Where.PARTY,
    stated_in=((Party, "compellable_from"),),
)
ASK_THE_SOURCE = Control(
    "ask the authority that keeps the record",
    "A fact comes from where it is made, and not from somebody who trades in it.",
    Where.FLOW,
)
DO_NOT_KEEP_QUESTIONS = Control(
    "bar the source from keeping the question",
    "Who was asked about, by whom and when adds to nobody's stock of data.",
    Where.PARTY,
)
LIST_RECIPIENTS = Control(
    "name the recipients in a list that only a stated procedure changes",
    "Nobody comes to receive the data unnoticed.",
    Where.PARTY,
    stated_in=((Party, "closed_recipients"),),
)
BIND_RECIPIENT = Control(
    "bind the recipient to no training, no other use of its own and no passing on",
    "What it gets serves the task that it was given for, and nothing else.",
    Where.PARTY,
    stated_in=((Party, "agreement"),),
)
SETTLE_EXIT = Control(
    "bind the keeper to delete or give back on a sale, failure or end of contract",
    "Data about people are not part of what is sold.",
    Where.PARTY,
    stated_in=((Party, "exit_settled"),),
)
TELL_RECIPIENTS = Control(
    "tell every recipient to correct or delete what they got, and have them confirm",
    "A correction or deletion does not end at the door.",
    Where.PARTY,
)
TRACK_RECIPIENTS = Control(
    "keep track of who got copies",
    "After a leak it is known whose data were where.",
    Where.PARTY,
    adds=("attributable-biometric-log",),
    stated_in=((Subjects, "can_be_told"),),
)
NEUTRAL_WORDING = Control(
    "word messages, names and statement lines neutrally",
    "Whoever looks over a shoulder learns nothing about what the person takes part in.",
    Where.PROCESS,
    stated_in=((Process, "visible_trace"),),
)
CHOOSE_DELIVERY = Control(
    "let the person choose what is sent where",
    "Messages do not come where others read along.",
    Where.PROCESS,
    stated_in=((Process, "visible_trace"),),
)

# Ways for people

EQUAL_WAY = Control(
    "offer an equal way that does without these data, and offer it first",
    "Who cannot be captured, or does not want to hand this over, gets the same.",
    Where.GOAL,
    adds=("penalised-alternative", "full-document-image-kept"),
)
EQUALISE = Control(
    "make the other way equal in price, time, service and data",
    "Saying no to a capture costs nothing.",
    Where.GOAL,
    stated_in=((Goal, "detriment"),),
)
WITHOUT_IDENTITY = Control(
    "offer a way for people whom nobody knows: a ticket, a token, cash",
    "Using the service does not begin with saying who one is.",
    Where.GOAL,
)
ASSISTANCE = Control(
    "offer a way on which somebody helps",
    "Who cannot go the way alone still gets there.",
    Where.GOAL,
    adds=("third-party-data-submitted", "reviewers-see-whole-case"),
    stated_in=((Goal, "assisted"),),
)
IN_PERSON = Control(
    "offer a way in person",
    "Neither a device nor skill with it is needed.",
    Where.GOAL,
)
OTHER_EVIDENCE = Control(
    "accept other evidence",
    "Who lacks the usual document is not shut out.",
    Where.GOAL,
)
REFEREE = Control(
    "let a trusted referee vouch for the person",
    "Somebody who knows the person stands in for a comparison that fails.",
    Where.GOAL,
    adds=("third-party-data-submitted",),
    stated_in=((Goal, "redress"),),
)
EXCEPTION_PATH = Control(
    "give another try with help, then a person who decides on exceptions",
    "A machine that does not recognise somebody is not the last word.",
    Where.GOAL,
    adds=("reviewers-see-whole-case",),
    stated_in=((Goal, "redress"),),
)
CONTEST = Control(
    "open a way to contest the decision",
    "A wrong decision can be looked at again and undone.",
    Where.GOAL,
)
ACT_OF_WILL = Control(
    "ask for a step that shows the will",
    "A face held before a sensor, asleep or under force, opens nothing.",
    Where.GOAL,
    stated_in=((Goal, "act_of_will"),),
)
SECOND_FACTOR = Control(
    "ask for a second factor",
    "Something that the person knows or has is needed beside what anybody can see of them.",
    Where.GOAL,
    adds=("no-assisted-route",),
    stated_in=((Goal, "act_of_will"),),
)
SWITCH_OFF = Control(
    "let people switch the check off at once",
    "Whoever is about to be forced can take their face out of play.",
    Where.GOAL,
    stated_in=((Goal, "act_of_will"),),
)
TELL_KNOWN_ADDRESS = Control(
    "send a message to an address held before the check",
    "Whoever is impersonated hears of it.",
    Where.GOAL,
    adds=("side-effect-reveals-participation",),
    stated_in=((Goal, "recourse"),),
)
DISPUTE_WITHOUT_ACCOUNT = Control(
    "let people dispute an act without the account",
    "Whoever is shut out of what is theirs can still speak up.",
    Where.GOAL,
    adds=("response-reveals-enrolment",),
    stated_in=((Goal, "recourse"),),
)
REMOVE_IMPOSTOR = Control(
    "take the impostor's sample out of the victim's record",
    "The victim is recognised again, and the impostor no longer.",
    Where.GOAL,
    stated_in=((Goal, "recourse"),),
)

# What people are told and asked

SYNC_NOTICE = Control(
    "write the notice from the model, and compare them with every change",
    "People are told of every purpose, reader and place there is.",
    Where.PARTY,
    stated_in=((Subjects, "notice"),),
)
STOP_UNANNOUNCED = Control(
    "stop flows and readers that the notice does not name",
    "What happens is what people were told.",
    Where.FLOW,
)
SEPARATE_CONSENT = Control(
    "ask for consent to this use alone, in so many words, and take no for an answer",
    "People decide about this use apart from the rest.",
    Where.PARTY,
    adds=("consent-not-free",),
    stated_in=((Party, "separate_consent"),),
)
CONSENT_RECORD = Control(
    "keep who agreed to which version of the notice, and when",
    "That somebody agreed can be shown, and to what.",
    Where.PARTY,
    adds=("attributable-biometric-log",),
    stated_in=((Party, "consent_record"),),
)
WITHDRAWAL = Control(
    "let people withdraw where and as they agreed, at no cost",
    "A yes can be taken back.",
    Where.PARTY,
    stated_in=((Party, "withdrawal"),),
)
OTHER_BASIS = Control(
    "rest the processing on another basis, or do without",
    "Nobody is asked for a consent that cannot be refused.",
    Where.PARTY,
    stated_in=((Party, "refusable"),),
)
STATE_BASIS = Control(
    "state a basis for each purpose, and check that it holds",
    "Each use has a reason that can be examined.",
    Where.PARTY,
    stated_in=((Party, "basis"),),
)
GUARDIAN = Control(
    "have a guardian agree",
    "Somebody decides for a minor who can see what it means.",
    Where.PARTY,
    adds=("relatives-pulled-in",),
    stated_in=((Subjects, "guardian"),),
)
ASK_AT_AGE = Control(
    "ask the person anew when they are of age, else delete",
    "What others agreed to does not stay with somebody for life.",
    Where.PARTY,
    stated_in=((Subjects, "guardian"),),
)
ASK_OTHERS = Control(
    "tell and ask the other people concerned, through the person if need be",
    "Nobody is in a record without knowing it.",
    Where.PARTY,
)
ACCESS_ROUTE = Control(
    "let people see and take their own data",
    "Who is kept in a store can find out what is there.",
    Where.PARTY,
    adds=("operators-can-browse",),
    stated_in=((Party, "access_route"),),
)
CORRECTION_ROUTE = Control(
    "let people have entries examined and corrected",
    "An error does not stay because it is on file.",
    Where.PARTY,
    adds=("full-document-image-kept",),
    stated_in=((Party, "correction_route"),),
)
ANNOUNCE_LEAK = Control(
    "announce a leak in public, and say beforehand where",
    "People whose address nobody has can hear of it too.",
    Where.PARTY,
    stated_in=((Subjects, "can_be_told"),),
)

# Staff

ASSIGNED_CASES = Control(
    "show staff the cases assigned to them, with a reason",
    "Nobody can look up neighbours, celebrities or former partners.",
    Where.PARTY,
    stated_in=((Party, "staff_access"),),
)
TWO_PERSON_SEARCH = Control(
    "ask for two people for every search and export beyond a case",
    "Nobody goes through the store alone.",
    Where.PARTY,
    stated_in=((Party, "staff_access"),),
)
ACCESS_LOG = Control(
    "log every access, apart and for a short time, and review it",
    "Whoever looks where there is no reason to is found out.",
    Where.PARTY,
    adds=("attributable-biometric-log",),
    stated_in=((Party, "access_log"),),
)
PARTIAL_REVIEW = Control(
    "show reviewers two pictures, or one part of the case, without a name",
    "A case can be judged by people who do not learn whose it is.",
    Where.PROCESS,
    adds=("refused-without-review",),
)
REVIEW_ROOM = Control(
    "review in a controlled room or on a managed screen that lets nothing out",
    "Pictures and documents cannot be copied or photographed.",
    Where.PARTY,
    adds=("attributable-biometric-log",),
    stated_in=((Person, "workplace"),),
)
REVIEW_IN_HOUSE = Control(
    "review in the house that the person deals with",
    "No further company sees the case.",
    Where.PARTY,
)

# Papers

ASSESS_IMPACT = Control(
    "assess the impact before the start, and again when a purpose changes",
    "What can happen to people is looked at while it can still be changed.",
    Where.PARTY,
    stated_in=((Party, "impact_assessment"),),
)
ASSESS_RIGHTS = Control(
    "assess the effect on fundamental rights, and register the use",
    "Whom it affects and how is written down where others can see it.",
    Where.PARTY,
    stated_in=((Party, "rights_assessment"),),
)
FILE = Control(
    "file with the regulator of the province within 30 working days",
    "Somebody outside knows of a large store of faces.",
    Where.PARTY,
    stated_in=((Party, "filed"),),
)
PUBLISH_PERIODS = Control(
    "publish the periods, and how data are deleted",
    "People can hold a keeper to its word.",
    Where.PARTY,
    stated_in=((Party, "retention_published"),),
)

CONTROLS = tuple(
    sorted(
        (item for item in list(globals().values()) if isinstance(item, Control)),
        key=lambda item: item.name,
    )
)
"""Every control, by its name."""
