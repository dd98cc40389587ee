"""What the learner gets back: goals while they talk, a debrief afterwards, progress over weeks."""
