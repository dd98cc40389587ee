"""The window: the only place that knows PySide6. It shows what happens and sends commands; it never waits.

    app       starts everything, and is the one that knows all the others
    window    navigation, pages, the strip of jobs
    context   the one value that every page receives
    bridge    messages from the session's threads → one signal on the main thread
    jobs      work away from the main thread; its answer comes back to the main thread

A folder a page: booth, trips, history, officers, preferences, presenter. ``theme`` and ``widgets`` are what they are
made of, ``officer`` is who sits in the booth.
"""
