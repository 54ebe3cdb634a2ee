"""The rule vendor-receives-raw-biometrics."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.words import Agreement, Boundary, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    ID_NUMBER,
    PARTNER,
    PROTECTED,
    SEALED,
    SERVER,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Milder, Undo, Verdict, rule

FREE = replace(PARTNER, agreement=Agreement.WITHOUT_LIMITS)
CLOUD = replace(SERVER, name="Cloud", party="Partner")
CALL = flow("Matcher", "Cloud", "Scan")
OWN = Boundary(name="Own phone", party="people")
KIT = replace(CLOUD, name="Kit", boundary="Own phone")
ON_THE_PHONE = (FREE, OWN, KIT, flow("Phone", "Kit", "Scan"))


@rule(
    over=Arrival,
    linddun=("DD.3.2", "DD.4.1.1"),
    harm=3,
    undo=Undo.CANNOT,
    message="{party}, a vendor or processor, gets {data} at {at}, raw or as good as raw",
    mitigations=(controls.RUN_VENDOR_CODE_ON_DEVICE, controls.BIND_RECIPIENT),
    references=(
        "GDPR 28",
        "PIPL 21, 23",
        "NIST SP 800-63A-4, 3.3.1 (processing by third parties)",
    ),
    bad=(
        lambda: central(FREE, CLOUD, CALL),
        lambda: central(replace(FREE, role=Role.PROCESSOR), CLOUD, CALL),
        lambda: central(FREE, CLOUD, flow("Matcher", "Cloud", "Template")),
        lambda: central(FREE, replace(CAMERA, party="Partner")),
        lambda: own_device(*ON_THE_PHONE, CLOUD, flow("Kit", "Cloud", "Scan")),
    ),
    milder=(lambda: central(CLOUD, CALL),),
    good=(
        lambda: central(FREE),
        lambda: central(FREE, CLOUD, ID_NUMBER, flow("Desk", "Cloud", "Id number")),
        lambda: central(FREE, replace(CLOUD, party="Operator"), CALL),
        lambda: central(FREE, CLOUD, SUBJECTS_KEY, flow("Matcher", "Cloud", "Scan", layers=SEALED)),
        lambda: central(FREE, CLOUD, PROTECTED, flow("Matcher", "Cloud", "Protected template")),
        lambda: own_device(*ON_THE_PHONE),
    ),
)
def vendor_receives_raw_biometrics(arrival: Arrival, facts: Facts) -> Verdict:
    """Vendor's code or service receives raw biometrics.

    ## Why it matters
    A service that checks faces for many customers sees many faces, and has uses of its own for
    them: better algorithms, lists of suspects, the next product. The person chose the shop, not
    the vendor behind it, and a face cannot be called back from there.

    ## What to do
    Run the vendor's code where the sample is, on the person's device, and draw no way back. Where
    a call is needed, send a protected template, and bar every other use by contract.

    ## When to accept it
    When an agreement limits the vendor's own use and passing on, it is milder, and the agreement is
    named. Processors count as vendors do: the role says for whom they work, not what they see. Each
    sample is reported where it comes in, not again at every step inside.
    """
    received = (
        arrival.content.irrevocable and facts.comes_to_a_helper(arrival) and facts.reads(arrival)
    )
    if received and facts.agreement_limits(arrival):
        return Milder("an agreement limits its own use and passing on")
    return received
