"""Pages for residents and visitors."""
