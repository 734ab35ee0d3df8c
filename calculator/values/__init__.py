"""Exact numbers, intervals of points, three-valued logic, months; how they are written in Chinese.

Every other folder may import it. It imports none of ours.
"""
