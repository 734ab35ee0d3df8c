"""Mutation testing: one mutant of the rules at a time, and some test must notice it."""
