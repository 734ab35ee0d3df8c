"""Build only: what turns standards and guide into a site.

Imported by ``build_site.py`` and the MkDocs hook. Nothing else imports it.
"""
