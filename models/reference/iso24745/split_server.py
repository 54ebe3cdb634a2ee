"""ISO/IEC 24745, model G: split over token and server, compared on a server.

The pseudonymous identifier rests with the service and the auxiliary data on the token. Sample and
auxiliary data go to the service for each comparison and are not kept.
"""

from _roles import server, split

from facetrail import Model

model = Model("ISO/IEC 24745 G: split over token and server, compared on a server")

split(compared=server)
