"""What is this document: its issuer, number, day, kind, title, signature, receivers and the documents it cites."""
