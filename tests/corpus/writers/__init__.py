"""Writers that turn a marked-up source of the corpus into the binary document a reader would be given."""
