"""Strict readers of TOML and JSON that collect every fault; ``InputError`` and ``Problem``.

Every folder but ``values`` may import it. It imports only ``values``.
"""
