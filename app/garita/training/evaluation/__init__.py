"""Judges officers: the GGUF through the program's own engine, session and guard, against travellers it never met.

Two parts. Counts: read ``report.judge`` first; ``booth`` holds the conversations, ``figures`` counts in them,
``understanding`` and ``utterances`` judge what is heard, ``variety`` the corpus, ``verdict_cases`` the verdict,
``by_hand`` plays scripts. Metrics with intervals, which a gate reads: read ``measures.measure`` first; ``held_out`` is
the set, ``scoring`` what the model finds likely, ``replies`` what it writes there, ``endurance`` twenty turns with
``temptations``, ``step`` what a reply does, ``interval`` the bootstrap, ``result`` report.json, ``page`` its HTML.
"""
