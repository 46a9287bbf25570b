"""The sheet of paper that a patient takes along."""
