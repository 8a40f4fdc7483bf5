"""The use cases: a request and the disk → values that an output can show."""
