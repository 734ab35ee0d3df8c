"""The shapes of rules, a room each, and what any row may add: prerequisites, rounding.

Other folders ask a shape through the protocol in ``shape.py`` and never import a room; which shapes
there are stands in ``register.py``. The engine takes no ``worksheet.py`` and no ``boundaries.py``:
they are for the build and the tests. It imports only ``values``, ``reading`` and ``answers``, and
knows no place.
"""
