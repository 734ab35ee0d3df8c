"""For ``finalizeBootstrap``: held for JavaScript modules, which are not offered here."""
