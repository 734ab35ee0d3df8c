"""JSON Schemas of the data files, for editors, made from the readers themselves.

Imported by the command line alone. It never imports other commands.
"""
