"""ISO/IEC 24745, model H: split over token and server, compared on the person's device.

The pseudonymous identifier rests with the service and the auxiliary data on the token. They meet on
the person's own device, where the sample stays.
"""

from _roles import client, split

from facetrail import Model

model = Model("ISO/IEC 24745 H: split over token and server, compared on the person's device")

split(compared=client())
