"""Mutation testing: one small slip at a time in the rules, and some test must notice it."""
