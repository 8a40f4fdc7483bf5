"""Conversions between report types and reports: new reports from a type, a type from reports."""
