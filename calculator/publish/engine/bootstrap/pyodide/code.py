"""For ``finalizeBootstrap``: held for ``runPython``, which is not offered here."""
