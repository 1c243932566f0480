"""Every rule with a legal source, in rules.toml; the cases that try it name its document, its article, its standing."""
