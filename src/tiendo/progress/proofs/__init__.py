"""Evidence: photographs made smaller, links, numbers of documents, previews, and what a reviewer says of each."""
