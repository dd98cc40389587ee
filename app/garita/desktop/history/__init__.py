"""Past conversations: the list of them, one looked back on, and how it went over weeks."""
