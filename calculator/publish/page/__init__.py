"""The calculator page, the embedded pages, the self-check page, and their joined scripts.

``build_site.py`` and ``publish.guide`` import it.
"""
