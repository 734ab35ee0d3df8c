"""Chinese sentences made from results, a module for each thing that is said.

Imported by ``page_api``, ``cli``, ``ranking`` and ``publish``. It never imports them.
"""
