"""What a person sees in a terminal: the conversation, the trip card, tables. Stands where the window stands."""
