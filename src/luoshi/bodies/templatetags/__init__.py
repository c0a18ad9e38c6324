"""Template tags about persons."""
