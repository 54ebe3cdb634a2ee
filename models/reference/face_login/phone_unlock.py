"""Unlocking one's own phone by face: the whole data-flow diagram on the device.

Enrolment, comparison and the database are all on the phone. The trusted processing is a part of the
phone of its own. How the database is protected, how long it is kept and whether attacks with
pictures and masks are detected, the diagram does not say.
"""

from _face_login import SYSTEMS, TRUSTED, camera, database, serve, user, users

from facetrail import Model, PersonalBoundary, Purpose

model = Model("Face login: phone unlock")

own = PersonalBoundary("User's own", subjects=users)
phone = PersonalBoundary("Phone", subjects=users, parent=own)
trusted = PersonalBoundary("Trusted processing", subjects=users, parent=phone)

user.boundary = own
for element in (camera, *SYSTEMS, database):
    element.boundary = phone
for element in TRUSTED:
    element.boundary = trusted
serve(Purpose.AUTHENTICATION)
