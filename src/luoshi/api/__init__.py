"""The same verbs and questions for programs; described by OpenAPI at ``/api/v1/docs``."""

from luoshi.api.interface import API
from luoshi.api.problems import nowhere

__all__ = ["API", "nowhere"]
