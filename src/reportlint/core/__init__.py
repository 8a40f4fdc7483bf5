"""Values that every room shares: small, immutable, standard library only."""
