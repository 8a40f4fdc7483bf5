"""`reportlint web`: a page on this machine for those who use no terminal, over the library."""
