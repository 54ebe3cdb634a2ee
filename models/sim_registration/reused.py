"""Activating a mobile number at a shop counter in China: kept, and feared to be used again.

As in the variant that keeps the scan, with two further uses on top, which nothing public proves.
That scans given for verification train recognition algorithms was feared in 2019; that an authority
can look into the archive at any time is possible while there is an archive. Every added step is
hypothetical, and so is every threat that rests on one.
"""

from _registration import IN_FORCE
from kept import scan, scans

from facetrail import (
    Boundary,
    Comparison,
    Evidence,
    Extent,
    Flow,
    Model,
    Need,
    Party,
    Power,
    Process,
    Purpose,
    Role,
)

FEARED = "a fear stated in 2019; nothing public proves it"
POSSIBLE = "possible while scans are kept; nothing public proves it"
HYPOTHETICAL = Evidence.HYPOTHETICAL

model = Model("SIM registration: scan kept and reused", date=IN_FORCE)

vendor = Party("Algorithm vendor", role=Role.VENDOR, jurisdiction="CN", power=Power.NONE)
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)
lab = Boundary("Training", party=vendor)
station = Boundary("Investigation", party=police)

training = Process(
    "Model training",
    boundary=lab,
    purposes={Purpose.MODEL_TRAINING},
    comparison=Comparison.NONE,
    needs=Need.RAW,
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)
look_up = Process(
    "Archive look-up",
    boundary=station,
    purposes={Purpose.LAW_ENFORCEMENT},
    comparison=Comparison.NONE,
    evidence=HYPOTHETICAL,
    known_from=POSSIBLE,
)

scan.train("Recognition model", at=training)

Flow(scans, training, "scans for training", data=scan, evidence=HYPOTHETICAL, known_from=FEARED)
Flow(
    scans,
    look_up,
    "standing access",
    data=scan,
    gated=False,
    extent=Extent.WHOLE_STORE,
    evidence=HYPOTHETICAL,
    known_from=POSSIBLE,
)
