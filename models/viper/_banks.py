"""The larger Viper, which takes in the cameras of teller machines as well."""

from _service import image, parsing, passer_by, passers_by, track, traffic_cameras

from facetrail import (
    Act,
    Boundary,
    Evidence,
    Flow,
    Frequency,
    Kind,
    Party,
    PersonalData,
    Purpose,
    Role,
    Scene,
    Sensor,
)

ARTICLE = "one article: over 100,000 streams at a time, from traffic cameras and teller machines"
CLAIMED = Evidence.CLAIMED

# Any number above a thousand counts the same.
HALF = "The article gives the sum alone: that half of the streams are these is a placeholder."
traffic_cameras.count = 50_000
traffic_cameras.description = HALF
traffic_cameras.evidence, traffic_cameras.known_from = CLAIMED, ARTICLE

banks = Party("Banks", role=Role.CONTROLLER, jurisdiction="CN")
teller_machines = Sensor(
    "Teller machine cameras",
    description=HALF,
    boundary=Boundary("Teller machines", party=banks),
    scene=Scene.PUBLIC,
    act=Act.PASSIVE,
    frequency=Frequency.EACH_USE,
    count=50_000,
    evidence=CLAIMED,
    known_from=ARTICLE,
)
bank_video = PersonalData(
    "Teller machine video",
    kind=Kind.FACE_IMAGE,
    origin=teller_machines,
    subjects=passers_by,
    collected_for=Purpose.SERVICE_SECURITY,
    untargeted=True,  # whoever comes before the machine
    evidence=CLAIMED,
)


def track_with_banks() -> PersonalData:
    """Tags and tracks over both kinds of streams."""
    Flow(passer_by, teller_machines, "takes out money", evidence=CLAIMED, known_from=ARTICLE)
    Flow(
        teller_machines,
        parsing,
        "live streams of banks",
        data=bank_video,
        evidence=CLAIMED,
        known_from=ARTICLE,
    )
    return track(image, bank_video)
