"""The shapes of rules, a room each, and what any row may add: prerequisites, rounding.

Other folders ask a shape through the protocol in ``shape.py``; which shapes there are stands in
``register.py``. It imports only ``values``, ``reading`` and ``answers``, and knows no place.
"""
