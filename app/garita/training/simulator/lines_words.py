"""What the words of the officer's questions mean, in plainer words.

Data only; see ``lines_ask`` for how it is written. ``<w>`` is the word, ``<m>`` its meaning.
"""

from __future__ import annotations

from garita.training.simulator.frames import frames

# A word's own explanation: <w> is the word, <m> its meaning.
EXPLAIN = frames(
    easy="""
    la palabra <w> significa: <m>.
    la palabra <w> es: <m>.
    claro, <w> es {esto: |}<m>.
    <ok>, <w> es {esto: |}<m>.
    <aqui> <w> quiere decir: <m>.
    ah, <w>, es decir, <m>.
    le explico: <w> es <m>.
    es fácil: <w> es <m>.
    con <w> quiero decir: <m>.
    buena pregunta: <w> es <m>.
    """,
    rich="""
    se lo explico: <w> significa <m>.
    por supuesto, con <w> quiero decir <m>.
    cuando digo <w>, quiero decir <m>.
    la palabra <w> quiere decir lo siguiente: <m>.
    no se preocupe: <w> significa <m>.
    """,
)
# When the officer has no meaning for it.
EXPLAIN_UNKNOWN = frames(
    easy="""
    la palabra <w> no es importante. más fácil:
    no importa la palabra <w>. pregunto así:
    en lugar de <w>, más fácil:
    sin la palabra <w>:
    dejamos la palabra <w>. más fácil:
    lo digo sin <w>:
    """
)
