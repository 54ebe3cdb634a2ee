"""ISO/IEC 24745, model F: stored and compared on the token.

The card has a sensor of its own: not even the client sees a sample. The service learns the
decision.
"""

from _roles import token, whole

from facetrail import Model

model = Model("ISO/IEC 24745 F: stored and compared on the token")

whole(kept=token(), compared=token(), captured=token())
