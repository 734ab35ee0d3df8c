"""For ``pyproxy_init``: all that the core looks up here."""


def iscoroutinefunction(_function: object) -> bool:
    """For ``iscoroutinefunction`` of a proxy, of anything but a plain function."""
    return False
