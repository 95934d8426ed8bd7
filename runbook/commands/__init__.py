"""What the commands do, without the command line: each takes plain values and gives the text to print."""
