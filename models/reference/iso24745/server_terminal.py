"""ISO/IEC 24745, model C: stored on a server, compared on somebody else's terminal.

As the variant that compares on the person's own device, but the client is the terminal of another
party, as in a shop: the service sends a reference there for each comparison.
"""

from _roles import server, whole

from facetrail import Boundary, Model, Party, Role

model = Model("ISO/IEC 24745 C: stored on a server, compared on somebody else's terminal")

shop = Party("Shop", role=Role.CONTROLLER)
terminal = Boundary("Terminal", party=shop)

whole(kept=server, compared=terminal, captured=terminal)
