"""Pages for a signed-in officer."""
