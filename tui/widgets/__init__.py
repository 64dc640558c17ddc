"""Widgets: they show values, and say with messages what a person did."""
