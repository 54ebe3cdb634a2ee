"""The rule no-injection-protection."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Datum, MediaCheck, Store
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, MATCHER, PHONE, SERVER, central, flow, own_device
from facetrail.rules.form import Undo, rule

TRUSTING = replace(SERVER, media_checks=frozenset())
UPLOAD = (TRUSTING, flow("Phone", "Server", "Scan"))
CHIP = (
    Store(name="Card", party="people"),
    Datum(name="Portrait", kind=Kind.CHIP_PORTRAIT, subjects="people", origin="Card"),
    flow("Card", "Matcher", "Portrait"),
)


@rule(
    over=Work,
    linddun=("NC.3",),
    harm=3,
    undo=Undo.ENDS,
    message="{at} takes {data} from a device of anybody's and looks for no forged media",
    mitigations=(controls.DETECT_INJECTION, controls.ATTEST_SENSOR),
    references=("NIST SP 800-63A-4, 3.14(1)-(3)", "NIST SP 800-63B-4, 3.2.3"),
    bad=(
        lambda: own_device(*UPLOAD),
        lambda: own_device(
            *UPLOAD, replace(TRUSTING, media_checks=frozenset({MediaCheck.FORGERY}))
        ),
        lambda: own_device(*UPLOAD, replace(TRUSTING, media_checks=frozenset({MediaCheck.SENSOR}))),
        lambda: central(
            replace(CAMERA, party="people"), replace(MATCHER, media_checks=frozenset())
        ),
    ),
    good=(
        lambda: own_device(*UPLOAD, SERVER),
        lambda: own_device(*UPLOAD, replace(TRUSTING, comparison=Comparison.NONE)),
        lambda: central(replace(MATCHER, media_checks=frozenset())),
        lambda: central(replace(MATCHER, media_checks=frozenset()), *CHIP),
        lambda: own_device(
            replace(PHONE, media_checks=frozenset(), comparison=Comparison.VERIFICATION)
        ),
    ),
)
def no_injection_protection(work: Work, facts: Facts) -> bool:
    """Injected or forged media not looked for.

    ## Why it matters
    What comes from a phone need not come from its camera. Who feeds a made or stolen video past the
    camera passes every check of liveness, in thousands of names a day, and acts as those people.

    ## What to do
    Have the device or the sensor show that it is genuine, look for traces of injection and forgery,
    and protect the channel between. Each of these stops what the others let through.

    ## When to accept it
    Where nothing is opened in anybody's name. A terminal of the verifier is another rule's matter,
    and a comparison on the person's own device sends nothing that could be replaced. The channel is
    left to the rule on unprotected channels, so that one gap is not reported twice.
    """
    return (
        not work.is_subjects_own
        and facts.is_fed_from_own_devices(work)
        and facts.compares(work)
        and facts.accepts_injected_media(work)
    )
