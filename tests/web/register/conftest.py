"""A document under review."""

from __future__ import annotations

import pytest
from reviewing import reviewed

from luoshi.common.actor import Actor
from luoshi.documents.models import Document


@pytest.fixture
def document(world) -> Document:
    """A plan of the city's delivery office with three proposals."""
    return reviewed(world.office)


@pytest.fixture
def actor(world) -> Actor:
    """Somebody of the delivery office."""
    return world.actor("delivery")
