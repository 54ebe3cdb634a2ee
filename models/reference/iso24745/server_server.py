"""ISO/IEC 24745, model A: stored on a server, compared on a server.

The sample of every log-in goes to the service, which keeps the references of all and opens them
with a key of its own.
"""

from _roles import server, whole

from facetrail import Model

model = Model("ISO/IEC 24745 A: stored on a server, compared on a server")

whole(kept=server, compared=server)
