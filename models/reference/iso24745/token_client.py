"""ISO/IEC 24745, model E: stored on a token, compared on the person's device.

The person carries the reference and shows it to their own device alone. The service learns the
decision.
"""

from _roles import client, token, whole

from facetrail import Model

model = Model("ISO/IEC 24745 E: stored on a token, compared on the person's device")

whole(kept=token(), compared=client())
