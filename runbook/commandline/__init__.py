"""The commands by topic: their options, and which piece of the program answers each."""
