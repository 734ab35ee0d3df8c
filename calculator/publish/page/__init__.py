"""The calculator page, the embedded pages, the self-check page, their scripts and types.

``build_site.py`` and ``publish.guide`` import it.
"""
