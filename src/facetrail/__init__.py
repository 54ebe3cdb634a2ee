"""facetrail."""
