"""The shapes that go in and out; each says in a few words what it holds."""
