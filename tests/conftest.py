"""What holds for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# a slow machine is no fault of the code: speed is measured in bench/
settings.register_profile("luoshi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("luoshi")
