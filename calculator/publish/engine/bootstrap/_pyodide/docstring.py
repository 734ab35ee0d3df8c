"""For ``docstring_init``."""


def get_cmeth_docstring(_function: object) -> str:
    """For ``set_method_docstring``: no docstring."""
    return ""
