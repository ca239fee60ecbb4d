"""Imports that editors ask for: kept, checked dry, approved, loaded in the background, rolled back."""
