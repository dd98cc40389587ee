"""The synthetic-voice test ear: a small Whisper-shaped recogniser, trained here from espeak-ng speech.

 simulator → sentences → speech → features → network → learn → export → faster-whisper folder → judge
  (words)     (read/written) (espeak-ng) (log-mels)   (steps, checkpoints)

It understands espeak-ng's voices so that the whole spoken route can be tried and tested without a microphone and
without a download. It is no recogniser for people and never passed off as one.
"""
