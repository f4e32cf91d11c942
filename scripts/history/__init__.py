"""History: what was published, where, when, and what became of it."""
