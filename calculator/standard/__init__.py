"""An edition as data: items, passports, conditions, windows, past cut-offs; and all editions.

Other folders import any module of it. It imports ``values``, ``reading``, ``answers``, ``rules``.
"""
