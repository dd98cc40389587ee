"""The route of a turn: answer.py writes the officer's reply, session.py wires it. Read session.py first."""
