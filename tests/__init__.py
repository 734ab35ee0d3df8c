"""Tests; the folders mirror `calculator/`."""
