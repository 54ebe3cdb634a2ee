"""ISO/IEC 24745, model B: stored on a token, compared on a server.

The person carries the reference. Sample and reference go to the service for each comparison, which
keeps neither.
"""

from _roles import server, token, whole

from facetrail import Model

model = Model("ISO/IEC 24745 B: stored on a token, compared on a server")

whole(kept=token(), compared=server)
