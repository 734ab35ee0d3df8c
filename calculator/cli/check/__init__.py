"""What ``check`` refuses beyond faults of form: a standard that could not be scored truthfully.

Imported by the rest of ``cli`` and by ``publish``. It never imports other commands.
"""
