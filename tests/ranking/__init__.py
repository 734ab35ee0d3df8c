"""Tests of what runs at a desk."""
