"""What every test stands on."""

from __future__ import annotations

from hypothesis import settings

# A machine that is busy with something else is slow; that is no fault of the code. Where CI is set,
# Hypothesis takes its own settings, with the same examples every time.
settings.register_profile("desk", deadline=None)
if settings.get_current_profile_name() == "default":
    settings.load_profile("desk")
