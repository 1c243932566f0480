"""Bodies without an account: a link that a coordinator or a lead hands out, and the page behind it."""
