"""Rendering: specifications in, themed SVG out. Empty, so that a worker process imports nothing but its engine."""
