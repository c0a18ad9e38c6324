"""What every app shares; no domain nouns."""
