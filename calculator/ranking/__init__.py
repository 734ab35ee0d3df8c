"""Who comes before whom, who is admitted, and tables of applicants. Never in the browser.

Imported by ``cli`` and ``publish``. It never imports ``page_api``, ``cli`` or ``publish``.
"""
