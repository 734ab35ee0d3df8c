"""For ``jsproxy_init`` and ``pyproxy_init``, which hold on to it for promises: there are none."""
