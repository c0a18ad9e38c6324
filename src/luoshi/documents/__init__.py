"""What was decided: files, documents, passages, what reading found."""
