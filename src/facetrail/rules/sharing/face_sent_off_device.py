"""The rule face-sent-off-device."""

from dataclasses import replace

from facetrail.analysis.basing import FACE_MEASURES
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Basis,
    Boundary,
    Comparison,
    Datum,
    Transform,
)
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    GALLERY,
    MATCHER,
    OPERATOR,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

CHINESE = replace(OPERATOR, jurisdiction="CN", separate_consent=False)
SHOP = Boundary(name="Shop", party="Operator")
CENTRE = Boundary(name="Data centre", party="Operator")
AT_THE_DOOR = replace(CAMERA, boundary="Shop")
FAR = (SHOP, CENTRE, AT_THE_DOOR, replace(MATCHER, boundary="Data centre"))
NEAR = (
    SHOP,
    AT_THE_DOOR,
    replace(MATCHER, boundary="Shop"),
    replace(GALLERY, boundary="Shop"),
)
SENT = flow("Phone", "Server", "Scan")
WEIGHTS = Datum(
    name="Weights",
    kind=Kind.MODEL_WEIGHTS,
    transform=Transform(Operation.TRAIN, ("Scan",), "Matcher"),
)


@rule(
    over=Carried,
    linddun=("NC.1.2",),
    harm=1,
    undo=Undo.CANNOT,
    message="{at} gets {data} from the device that took it, with no law or consent for that",
    mitigations=(controls.KEEP_ON_DEVICE, controls.COMPARE_ON_DEVICE, controls.SEPARATE_CONSENT),
    references=(f"China, face recognition measures 2025, art. 8 (from {FACE_MEASURES})",),
    folds_under=("raw-sample-leaves-device", "vendor-receives-raw-biometrics"),
    bad=(
        lambda: central(CHINESE, *FAR),
        lambda: central(replace(CHINESE, basis=Basis.CONSENT), *FAR, date=FACE_MEASURES),
        lambda: own_device(CHINESE, SENT),
    ),
    good=(
        lambda: central(CHINESE, *NEAR),
        lambda: central(CHINESE, *FAR, date="2025-05-31"),
        lambda: central(replace(CHINESE, jurisdiction="FR"), *FAR),
        lambda: central(replace(CHINESE, basis=Basis.LAW), *FAR),
        lambda: central(replace(CHINESE, basis=Basis.CONSENT, separate_consent=True), *FAR),
        lambda: central(
            CHINESE,
            *FAR,
            replace(MATCHER, boundary="Data centre", comparison=Comparison.NONE),
            WEIGHTS,
            drop=("Template", "Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: own_device(CHINESE),
    ),
)
def face_sent_off_device(carried: Carried, facts: Facts) -> bool:
    """Face data are sent off the recognition device.

    ## Why it matters
    A face that stays in the device that took it can be lost with that device only. Sent on, it
    depends on every network, store and party behind.

    ## What to do
    Store and compare in the device, and send the answer. Where that cannot be, look for a law that
    asks for the sending or ask for separate consent to it.

    ## When to accept it
    The text applies in China from 1 June 2025: for an earlier day the rule is silent. A law as
    basis, or consent asked for apart, silences it as well. Data that nobody compares, as in
    research and training, are outside that text. Within one outermost boundary of one party data do
    not go over the internet; between two they are taken to.
    """
    return (
        facts.leaves_the_device_in_china(carried)
        and facts.is_read_for_people(carried.datum)
        and facts.stands_after(FACE_MEASURES)
        and not facts.may_leave_the_device(carried)
    )
