"""Template tags about commitments."""
