"""ISO/IEC 24745, model C: stored on a server, compared on the person's device.

The service keeps the references of all and sends one to the person's own device, which compares.
The sample stays there.
"""

from _roles import client, server, whole

from facetrail import Model

model = Model("ISO/IEC 24745 C: stored on a server, compared on the person's device")

whole(kept=server, compared=client())
