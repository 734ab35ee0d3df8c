"""What a standard gives a person: estimate, eligibility, family, outlook, next steps, comparison.

Other folders import any module of it. It never imports ``text``, ``page_api`` or what stays out of
the browser.
"""
