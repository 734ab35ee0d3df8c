"""The command line, a module for each command. Never in the browser.

Imported by ``__main__`` and, for loading and checks, ``publish``. It never imports ``page_api`` or
``publish``.
"""
