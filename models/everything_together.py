"""The systems of the article as one: what the sum can do that no part can.

Registering a number, linking accounts by it, training on the scans, alerts about zones, the camera
network and a service that parses its streams. That they are joined is nowhere reported; what is
drawn is what could follow if the same police, carriers and people are meant, and every step that is
only feared in one of them is feared here as well.
"""

from facetrail import Composition

Composition(
    "Everything together",
    parts=[
        "sim_registration/reused.py",
        "online_identity_linking.py",
        "training_on_scans.py",
        "camera_network/in_place.py",
        "zone_alerts.py",
        "viper/with_scans.py",
    ],
    same=[
        "Police",
        "Carrier",
        "Algorithm vendor",
        "new customers",
        "Customer",
        "Customer's own",
        # The residents of a region, and who comes by the cameras of Viper, are inhabitants.
        ["inhabitants", "residents of the region", "people before the cameras"],
        ["Inhabitant", "Resident", "Passer-by"],
        ["Inhabitant's own", "Resident's own", "Passer-by's own"],
        # The carrier's counter and what it keeps.
        "Shop",
        "Counter camera",
        "Card reader",
        "Carrier's systems",
        "Activation",
        "Customer register",
        "Scan archive",
        "Archive key",
        "Live portrait",
        "Phone number",
        "Name, id number and address",
        # What is feared twice is one fear.
        "Training",
        "Model training",
        "Recognition model",
    ],
)
