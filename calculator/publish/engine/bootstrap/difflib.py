"""What was probably meant is told on the command line; the page's visitors write no data files."""


def get_close_matches(*_: object, **__: object) -> list[str]:
    """No suggestion."""
    return []
