"""What a standard says of a person: estimate, eligibility, family, outlook, steps, comparison.

Other folders import any module of it. It never imports ``text``, ``page_api`` or what stays out of
the browser.
"""
