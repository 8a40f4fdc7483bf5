"""`reportlint web`: a page served on this machine for users without a terminal, on top of the
library."""
