"""The use cases: what is asked, and the disk → values that an output can show."""
