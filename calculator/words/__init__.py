"""What is told, in the public's words: one module for each thing told, pure text from results."""
