"""The rule copies-escape-deletion."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Event, FlowRole, Key, Process, Retention, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    OWN_KEY,
    SCAN,
    SEALED,
    TEMPLATE,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

BACKUP = replace(ARCHIVE, name="Backup")
LONGER = replace(BACKUP, retention=Retention(days=366))
DEAF = replace(BACKUP, deletes_on=frozenset({Event.PERIOD_END}))
SAVER = Process(name="Saver", party="Operator")
SAVED = (
    BACKUP,
    SAVER,
    flow("Gallery", "Saver", "Template"),
    flow("Saver", "Backup", "Template"),
)
RESTORED = (
    *SAVED,
    flow("Backup", "Saver", "Template"),
    flow("Saver", "Gallery", "Template"),
)
SEALED_COPY = Datum(
    name="Sealed template",
    kind=Kind.FACE_TEMPLATE,
    subjects="people",
    transform=Transform(Operation.ENCRYPT, ("Template",), "Saver"),
    layer=SEALED[0],
)
EACH_A_KEY = (Key(name="Gallery key", holders=frozenset({"Operator"}), per_person=True),)
PROMISED = replace(SCAN, lifetime=Retention(days=400))


@rule(
    over=Copy,
    linddun=("DD.3.4", "NC.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps a further copy of {data} that a deletion of the first does not end",
    mitigations=(controls.DESTROY_KEY, controls.ROTATE_BACKUPS),
    references=("GDPR 5(1)(e), 17", "CWE-226", "PANOPTIC PA12"),
    bad=(
        lambda: central(*SAVED, LONGER),
        lambda: central(*SAVED, DEAF),
        lambda: central(*RESTORED, replace(BACKUP, replays_deletions=False)),
        lambda: central(
            *SAVED,
            LONGER,
            flow("Saver", "Backup", "Sealed template"),
            SEALED_COPY,
            OWN_KEY,
        ),
        lambda: central(
            *SAVED, LONGER, replace(BACKUP, party="Partner", retention=LONGER.retention)
        ),
        lambda: central(*SAVED, DEAF, replace(DEAF, replays_deletions=True)),
        lambda: central(
            *SAVED, replace(DEAF, keep_duty="a law", retention=Retention(unlimited=True))
        ),
    ),
    good=(
        lambda: central(*SAVED),
        lambda: central(*RESTORED),
        lambda: central(LONGER, flow("Matcher", "Backup", "Scan")),
        lambda: central(
            LONGER, flow("Matcher", "Backup", "Template"), drop=("Gallery to Matcher",)
        ),
        lambda: central(*SAVED, replace(LONGER, party="people")),
        lambda: central(*SAVED, LONGER, replace(GALLERY, party="people")),
        lambda: central(*SAVED, replace(LONGER, at_rest=SEALED), *EACH_A_KEY),
        lambda: central(*SAVED, replace(LONGER, keep_duty="a law")),
        lambda: central(*SAVED, DEAF, replace(GALLERY, deletes_on=frozenset())),
        lambda: central(
            *SAVED, DEAF, replace(flow("Desk", "Backup", "Template"), role=FlowRole.DELETION)
        ),
        lambda: central(*SAVED, replace(DEAF, retention=Retention(until=Event.DECISION))),
        lambda: central(*SAVED, DEAF, PROMISED),
        lambda: central(
            *SAVED, LONGER, replace(GALLERY, retention=Retention(until=Event.SERVICE_END)), TEMPLATE
        ),
    ),
)
def copies_escape_deletion(copy: Copy, facts: Facts) -> bool:
    """Copies escape deletion.

    ## Why it matters
    What was deleted lives on in the backup, the replica or the export, and one day somebody
    restores it. The person was told that it is gone.

    ## What to do
    Follow each copy to those made from it. Turn them over sooner than was promised, let deletions
    reach them, and carry deletions out again after anything is restored. A key for each person,
    destroyed with their data, ends all copies at once.

    ## When to accept it
    Where the copy goes within the time promised and what is restored from it is deleted again, or
    a stated duty keeps it for a period. A further copy is one in another store that got the datum,
    plain or wrapped, out of the first, by whatever way; of two stores that a process fills side by
    side neither is. Lifetimes that cannot be compared are left alone.
    """
    return (
        facts.is_a_later_copy(copy)
        and not facts.has_a_key_for_each_person(copy)
        and facts.outlives_the_decision(copy)
        and facts.escapes_deletion(copy)
        and not facts.must_be_kept(copy)
    )
