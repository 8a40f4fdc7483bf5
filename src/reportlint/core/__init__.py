"""Values that all packages share: small, immutable, standard library only."""
