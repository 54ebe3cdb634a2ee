"""The rule image-metadata-travels."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    PHONE,
    SCAN,
    SEALED,
    SERVER,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

PHOTO = replace(SCAN, origin="Phone", metadata=True)
SENT = (PHOTO, flow("Phone", "Server", "Scan"))
PLAIN = Datum(
    name="Plain scan",
    kind=Kind.FACE_IMAGE,
    subjects="people",
    transform=Transform(Operation.STRIP, ("Scan",), "Phone"),
)
CUT = replace(PLAIN, name="Cut scan", transform=Transform(Operation.CROP, ("Scan",), "Phone"))


@rule(
    over=Carried,
    linddun=("I.1.2", "NR.1.4", "DD.1.3"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} gets {data} with what the file tells of place, time or device",
    mitigations=(controls.STRIP_METADATA,),
    references=(
        "CWE-1230",
        "GDPR 5(1)(c), 25",
        "NIST SP 800-63A-4, 3.14 (pulls the other way: analysis of media)",
    ),
    bad=(
        lambda: own_device(*SENT),
        lambda: own_device(PHOTO, CUT, flow("Phone", "Server", "Cut scan")),
        lambda: own_device(
            *SENT,
            replace(SERVER, analyses_metadata=True),
            replace(SERVER, name="Second server"),
            flow("Server", "Second server", "Scan"),
        ),
    ),
    good=(
        lambda: own_device(*SENT, replace(PHOTO, metadata=False)),
        lambda: own_device(*SENT, replace(SERVER, analyses_metadata=True)),
        lambda: own_device(PHOTO, PLAIN, flow("Phone", "Server", "Plain scan")),
        lambda: own_device(
            PHOTO,
            replace(PLAIN, transform=Transform(Operation.REENCODE, ("Scan",), "Phone")),
            flow("Phone", "Server", "Plain scan"),
        ),
        lambda: own_device(PHOTO, flow("Phone", "Server", "Template")),
        lambda: own_device(PHOTO, SUBJECTS_KEY, flow("Phone", "Server", "Scan", layers=SEALED)),
        lambda: own_device(
            PHOTO,
            replace(PHONE, name="Tablet", party="people"),
            flow("Phone", "Tablet", "Scan"),
        ),
        lambda: central(replace(SCAN, metadata=True)),
        lambda: own_device(*SENT, replace(PHOTO, kind=Kind.GENOME)),
    ),
)
def image_metadata_travels(carried: Carried, facts: Facts) -> bool:
    """Image metadata travels with the face.

    ## Why it matters
    Files of pictures and recordings say where, when and with which device they were taken. Who
    sends a portrait to prove a name tells in passing where they live and which of their other
    pictures come from the same phone.

    ## What to do
    Strip the file or encode it anew before it leaves the device or goes to another party. Cropping
    and encrypting leave the metadata where they are.

    ## When to accept it
    Where an analysis of forged media needs the metadata, reads them at the first step and passes
    nothing on with them: write that the process analyses them. Samples of the body and portraits
    on a chip are no such files.
    """
    return (
        facts.crosses_parties(carried)
        and facts.receives_readable(carried)
        and not facts.only_checks_the_metadata(carried)
        and facts.carries_metadata(carried)
    )
