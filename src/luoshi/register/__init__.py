"""What was promised: the commitments of each document, reviewed, published as versions, kept as a register."""
