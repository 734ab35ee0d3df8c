"""For ``finalizeBootstrap``, which imports this package and three modules of it by name."""
