"""For ``error_handling_init``. Empty, it lets the interpreter print exceptions with its own C."""
