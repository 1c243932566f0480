"""Work given out in running text: labelled lines, agencies in brackets, sentences, offices with their bullets."""
