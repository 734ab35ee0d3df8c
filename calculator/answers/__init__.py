"""What can be asked, and what one person answered: facts, readers of answers, saved answers.

Other folders import any module of it. It imports only ``values`` and ``reading``.
"""
