"""For who hosts the site: headers, server samples, preview server, release, list of components.

``build_site.py`` imports it. It never imports ``guide`` or ``page``.
"""
