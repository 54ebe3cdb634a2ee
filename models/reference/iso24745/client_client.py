"""ISO/IEC 24745, model D: stored and compared on the person's device.

Sample and reference stay on the person's own device. The service learns the decision.
"""

from _roles import client, whole

from facetrail import Model

model = Model("ISO/IEC 24745 D: stored and compared on the person's device")

whole(kept=client(), compared=client())
