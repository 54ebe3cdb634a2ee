"""The rule flows-join-into-record."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Meeting
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Process, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, FULL_NAME, ID_NUMBER, central, flow
from facetrail.rules.form import Undo, rule

SHOP = Process(name="Shop", party="Partner", purposes=frozenset({Purpose.MARKETING}))
PURCHASES = Datum(
    name="Purchases",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    origin="Shop",
    collected_for=frozenset({Purpose.MARKETING}),
)
BOUGHT = (
    SHOP,
    PURCHASES,
    ID_NUMBER,
    replace(
        ID_NUMBER, name="Customer number", origin="Shop", collected_for=PURCHASES.collected_for
    ),
    flow("Shop", "Desk", "Purchases", "Customer number"),
)

BASKET = replace(PURCHASES, name="Basket")
KEPT = (
    SHOP,
    ID_NUMBER,
    ARCHIVE,
    flow("Shop", "Archive", "Basket"),
    flow("Desk", "Archive", "Id number"),
)


@rule(
    over=Meeting,
    linddun=("L.2.1.1", "L.1.1"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} can join what was collected apart about one person: {data}",
    mitigations=(controls.NO_JOIN_KEY, controls.INTERSECT_PRIVATELY, controls.SEPARATE_PARTY),
    references=("GDPR 5(1)(b), 5(1)(c)", "PANOPTIC, aggregation"),
    folds_under=(
        "biometric-beside-identity",
        "broker-consulted",
        "face-stream-meets-gallery",
        "galleries-cross-match",
        "issuer-and-verifier-combine",
        "phone-number-as-identity-key",
        "pseudonym-table-reachable",
        "tracked-across-cameras",
        "vendor-links-customers",
    ),
    weighs_all=True,
    bad=(lambda: central(*BOUGHT), lambda: central(*KEPT, BASKET)),
    good=(
        lambda: central(*KEPT, replace(BASKET, collected_for=frozenset(Purpose))),
        lambda: central(SHOP, PURCHASES, ID_NUMBER, ARCHIVE, flow("Shop", "Archive", "Purchases")),
        lambda: central(ID_NUMBER, flow("Desk", "Matcher", "Id number")),
        lambda: central(SHOP, ID_NUMBER, FULL_NAME, flow("Desk", "Shop", "Id number", "Name")),
        lambda: central(
            *BOUGHT,
            *(
                replace(item, also_for=frozenset({Purpose.ACCESS_CONTROL}))
                for item in BOUGHT
                if isinstance(item, Datum)
            ),
        ),
    ),
)
def flows_join_into_record(meeting: Meeting, facts: Facts) -> bool:
    """Two flows join downstream into one record.

    ## Why it matters
    People give different things to different sides and count on them staying apart. A party that
    receives both and can join them learns more than either was given for.

    ## What to do
    Drop the value that joins the two, make it different for each side, or reduce one side to the
    answer that is needed. If the join is wanted, make it a stated purpose of both collections.

    ## When to accept it
    When joining is a purpose that both collections state, it is not reported; a store that states
    no purpose of its own keeps for the purposes of what rests there. What a party could only learn
    by compulsion or purchase is not reported here either.
    """
    return (
        facts.taken_apart(meeting)
        and facts.can_join(meeting)
        and not facts.joins_for_a_shared_purpose(meeting)
    )
