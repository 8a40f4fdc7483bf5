from __future__ import annotations

# Files of the recipes that are tests belong to the copy that a recipe is followed in.
collect_ignore_glob = ["*/*"]
