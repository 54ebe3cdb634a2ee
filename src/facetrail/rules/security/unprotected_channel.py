"""The rule unprotected-channel."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import Boundary, ChannelProtection, Datum, Sensor, Store
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    MATCHER,
    OPERATOR,
    OWN_KEY,
    SCAN,
    SEALED,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

DOOR = Boundary(name="Door", party="Operator")
AT_THE_DOOR = (DOOR, replace(CAMERA, boundary="Door"))
BARE = replace(flow("Camera", "Matcher", "Scan"), channel_protection=ChannelProtection.NONE)
CARELESS = replace(OPERATOR, protects_channels=False)
HABITS = Datum(name="Habits", kind=Kind.BEHAVIOUR, subjects="people", origin="Camera")
UPLOAD = replace(flow("Phone", "Server", "Scan"), channel_protection=ChannelProtection.NONE)
CARD = Store(name="Card", party="people")
CHIP = replace(SCAN, name="Portrait", kind=Kind.CHIP_PORTRAIT, origin="Card")
READER = Sensor(name="Reader", party="Operator")
AT_THE_READER = (DOOR, CARD, CHIP, replace(READER, boundary="Door"))


@rule(
    over=Carried,
    linddun=("NC.3", "DD.4.2"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} gets {data} on a channel that is not encrypted or not authenticated",
    mitigations=(controls.ENCRYPT_CHANNEL,),
    references=(
        "NIST SP 800-63A-4, 3.14(3)",
        "NIST SP 800-63B-4, 3.2.3",
        "GDPR 32",
        "CWE-319",
    ),
    bad=(
        lambda: central(*AT_THE_DOOR, BARE),
        lambda: central(*AT_THE_DOOR, CARELESS),
        lambda: central(*AT_THE_DOOR, HABITS, replace(BARE, name="more", data=("Habits",))),
        lambda: central(replace(CAMERA, party="Partner"), BARE),
        lambda: own_device(UPLOAD),
        lambda: own_device(CARELESS, flow("Phone", "Server", "Scan")),
        lambda: own_device(
            CARELESS,
            replace(SCAN, name="Portrait", origin="Server"),
            flow("Server", "Phone", "Portrait"),
        ),
    ),
    good=(
        lambda: central(*AT_THE_DOOR),
        lambda: central(BARE),
        lambda: central(*AT_THE_DOOR, BARE, replace(MATCHER, boundary="Door")),
        lambda: central(*AT_THE_DOOR, OWN_KEY, replace(BARE, layers=SEALED)),
        lambda: central(
            *AT_THE_DOOR, CARELESS, replace(BARE, channel_protection=ChannelProtection.NOT_NEEDED)
        ),
        lambda: own_device(CARELESS),
        lambda: central(
            *AT_THE_READER,
            replace(flow("Card", "Reader", "Portrait"), channel_protection=ChannelProtection.NONE),
        ),
        lambda: own_device(
            CARD,
            replace(flow("Phone", "Card", "Scan"), channel_protection=ChannelProtection.NONE),
        ),
        lambda: own_device(
            replace(SCAN, name="Portrait", origin="Server"),
            replace(
                flow("Server", "Person", "Portrait"), channel_protection=ChannelProtection.NONE
            ),
        ),
    ),
)
def unprotected_channel(carried: Carried, facts: Facts) -> bool:
    """Identity data on an unprotected channel.

    ## Why it matters
    Whoever sits on the way reads along, or speaks in the name of one of the two ends. For a face
    or an id number one such moment is enough for good.

    ## What to do
    Encrypt the channel and authenticate both ends, inside the organisation as well as outside.

    ## When to accept it
    A bus inside one device and a handover in person need no protection: say so of the channel. What
    goes to or from a person, or from what they carry to a sensor that they hold it to, is handed
    over and not asked about; nor is what stays within one boundary. Layers around the data hide
    them on any channel, and a protected channel is no layer: its receiver reads what arrives.
    """
    return (
        carried.content.exposes
        and facts.needs_a_channel(carried)
        and facts.travels_readable(carried)
        and not facts.channel_is_protected(carried)
    )
