"""OFD, the fixed-layout format of GB/T 33190."""
