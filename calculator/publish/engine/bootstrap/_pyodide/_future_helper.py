"""For ``jsproxy_init``, which holds on to it for promises: nobody awaits one here."""
