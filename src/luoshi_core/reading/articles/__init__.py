"""One page, several articles: telling them apart."""
