"""Tests of calculator/publish/page."""
