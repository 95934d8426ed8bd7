"""Reports: what people read, as rows of ready texts. Renderers only lay them out.

Every report is a frozen value made by a function of a schedule and a language. Instants are minutes of the schedule's
axis, for drawing and ordering; the text beside each is what a person reads.
"""
