"""The design system on one page, for those who work on it, drawn by the portal's own templates."""
