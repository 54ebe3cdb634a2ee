"""Opening the doors of a building by face: cameras there, and a cloud service for all the rest.

The same data-flow diagram as for unlocking a phone, deployed as cameras and a cloud service that
computes, stores and compares. It is drawn as it stands when nothing is added to the diagram: no
notice, no detection of attacks with pictures and masks, no end of the keeping, nothing that
deletes, and nothing that protects the way from the camera, which the diagram calls untrusted. How
the database is protected, the diagram does not say, and no log of the doors is drawn.
"""

from _face_login import (
    SYSTEMS,
    TRUSTED,
    camera,
    database,
    picture_sent,
    probe_sent,
    serve,
    user,
)

from facetrail import NO_LIMIT, Boundary, ChannelProtection, Model, Party, Purpose, Role

model = Model("Face login: building doors")

operator = Party("Building operator", role=Role.CONTROLLER)
vendor = Party("Cloud provider", role=Role.PROCESSOR)
building = Boundary("Building", party=operator)
cloud = Boundary("Cloud service", party=vendor)
trusted = Boundary("Trusted processing", parent=cloud)

user.boundary = building
camera.boundary = building
for element in (*SYSTEMS, database):
    element.boundary = cloud
for element in TRUSTED:
    element.boundary = trusted
serve(Purpose.ACCESS_CONTROL)

camera.notice = False
camera.attack_detection = False
picture_sent.channel_protection = probe_sent.channel_protection = ChannelProtection.NONE
database.retention = NO_LIMIT
database.deletes_on = ()
