"""Tests of calculator/publish/guide."""
