"""The same verbs and questions for programs; described by OpenAPI at ``/api/v1/docs``."""

from luoshi.api.interface import API

__all__ = ["API"]
