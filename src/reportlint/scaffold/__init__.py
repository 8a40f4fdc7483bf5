"""A report type → a new report; reports → a report type."""
