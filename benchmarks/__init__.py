"""Speed and memory against other tools, as ratios measured in one run on one machine. See README.md."""
