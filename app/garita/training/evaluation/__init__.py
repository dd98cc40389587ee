"""Judges officers: the GGUF through the program's own engine, session and guard, against travellers it never met.

Read ``report.judge`` first. ``booth`` holds the conversations, ``figures`` counts in them; ``understanding`` and
``utterances`` judge what is heard, ``variety`` the corpus, ``verdict_cases`` the verdict, ``by_hand`` plays scripts.
"""
