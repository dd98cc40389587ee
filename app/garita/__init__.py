"""Garita: practise spoken Spanish at a customs booth, offline.

The route of a spoken turn, one thread per bracket::

     microphone → voice activity → recogniser → dialogue → language model → sentences → voice → loudspeaker
       AudioChunk     Utterance      Transcript    Prompt      TokenDelta     Sentence   SpeechChunk
     [audio callback][------- listen thread -------][----- answer thread -----][---- speak thread ----]
                            ↕ child process                ↕ child process
     Typed text joins at Transcript. The window gets copies of the messages and sends only commands.

Around it stand tools that share its parts and never sit in its way: ``convert`` (safetensors and adapters → GGUF),
``training`` (makes and judges officers), ``library`` (which models are here), ``journal`` (what was said).
"""

__version__ = "0.1.0"
