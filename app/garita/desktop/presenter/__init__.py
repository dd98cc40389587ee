"""For demonstrations: the officer full screen, large captions in Spanish and English, a rehearsed conversation."""
