"""Choosing a trip: scenarios as cards, the traveller's papers and suitcase, the goals, and the first welcome.

``page.TripsPage`` and ``welcome.Welcome`` are what the window shows; ``card.TripCard`` and ``goals.GoalList`` also
stand beside the booth. ``trip``, ``things``, ``looks`` and ``mrz`` know no Qt.
"""
