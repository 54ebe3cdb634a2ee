"""Each module that reads something outside into a system."""

from facetrail.sources.reading import Reading as Reading
from facetrail.sources.reading import read as read
