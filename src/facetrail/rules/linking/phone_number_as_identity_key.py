"""The rule phone-number-as-identity-key."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Meeting
from facetrail.model.kinds import Kind
from facetrail.rules import controls
from facetrail.rules.examples import DESK, ID_NUMBER, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

NUMBER = replace(ID_NUMBER, name="Number", kind=Kind.PHONE_NUMBER)
BINDING = replace(DESK, name="Binding", party="Partner")
BOUND = (ID_NUMBER, NUMBER, BINDING, flow("Desk", "Binding", "Number", "Id number"))


@rule(
    over=Meeting,
    linddun=("L.1.1", "I.2.1.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} gets {data} from others and can tell by the contact value who somebody is",
    mitigations=(controls.PAIRWISE_PSEUDONYM, controls.ANSWER_YES_OR_NO),
    references=("MIIT notice of September 2019 on real-name registration", "GDPR 5(1)(b)"),
    bad=(lambda: central(*BOUND),),
    good=(
        lambda: central(*BOUND, replace(NUMBER, kind=Kind.BEHAVIOUR)),
        lambda: central(*BOUND, replace(BINDING, party="Operator")),
        lambda: central(*BOUND, flow("Desk", "Binding", "Number")),
        lambda: central(
            *BOUND, SUBJECTS_KEY, flow("Desk", "Binding", "Number", "Id number", layers=SEALED)
        ),
    ),
)
def phone_number_as_identity_key(meeting: Meeting, facts: Facts) -> bool:
    """Contact value becomes an identity key.

    ## Why it matters
    A phone number that is bound to a verified identity turns every account that asks for the
    number into one under the person's name. Whoever has the binding can read all of them
    together.

    ## What to do
    Give each service an alias, or answer whether a number is valid without saying whose it
    is.

    ## When to accept it
    When the party that binds answers only yes or no: then nobody else has both, and it is not
    reported.
    """
    return (
        facts.binds_a_contact(meeting)
        and facts.gets_from_others(meeting)
        and facts.can_join(meeting)
    )
