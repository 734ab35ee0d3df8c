"""Points of Suzhou's non-local residents, scored by a published standard."""
