"""The guide's pages: what they call by name, pictures, worksheets, examples, article coverage.

``build_site.py`` and ``publish.page`` import it. It never imports ``hosting``.
"""
