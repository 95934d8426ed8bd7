"""What a power cut can leave on a disk, worked out from the system calls of a program that ran."""
