"""The rule single-person-identification."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Power
from facetrail.rules import controls
from facetrail.rules.form import Milder, Undo, Verdict, rule
from facetrail.rules.surveillance._square import FACE, FEATURES, POLICE, SEARCH, square

ALONE = replace(SEARCH, confirmed_by=1)


@rule(
    over=Work,
    linddun=("NC.1.1.3.2", "NC.4"),
    harm=3,
    undo=Undo.FUTURE,
    message="what {at} finds is acted on with force once a single person has confirmed it",
    mitigations=(controls.TWO_REVIEWERS,),
    references=("AI Act 14(5) (from 2 December 2027)",),
    folds_under=("automated-adverse-decision",),
    bad=(lambda: square(ALONE),),
    milder=(lambda: square(replace(ALONE, single_check_ground="a law on asylum")),),
    good=(
        lambda: square(),
        lambda: square(replace(ALONE, confirmed_by=2, single_check_ground="a law on asylum")),
        lambda: square(replace(ALONE, confirmed_by=0)),
        lambda: square(ALONE, replace(POLICE, power=Power.NONE)),
        lambda: square(replace(ALONE, party="crowd"), replace(POLICE, controls=frozenset())),
        lambda: square(replace(ALONE, comparison=Comparison.VERIFICATION), drop=("Hits",)),
        lambda: square(
            ALONE,
            replace(FACE, kind=Kind.FINGERPRINT_IMAGE),
            replace(FEATURES, kind=Kind.FINGERPRINT_TEMPLATE),
        ),
    ),
)
def single_person_identification(work: Work, facts: Facts) -> Verdict:
    """Identification acted on after one person's check.

    ## Why it matters
    Who is shown two faces and told that a machine takes them for one tends to agree. Where force
    follows, the error of the machine and of one tired person become an arrest.

    ## What to do
    Let two trained people confirm a match, neither knowing what the other found, before anybody is
    stopped, searched or refused entry.

    ## When to accept it
    A stated exemption, as some laws have for policing, migration, borders and asylum, makes it
    milder and is named. Where nobody confirms at all another rule speaks: nothing of the machine's
    is reviewed. Comparing with one claimed record is no identification.
    """
    stands = (
        facts.works_at_a_distance(work)
        and facts.searches(work)
        and facts.identifies_for_force(work)
        and facts.is_confirmed_by_one(work)
    )
    if stands and work.at.single_check_ground:
        return Milder(f"exempted by {work.at.single_check_ground}")
    return stands
