"""Measuring: invented rows in numbers, and how long pages take over them."""
