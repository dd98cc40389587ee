"""Microphones and loudspeakers, voice activity and echo: sound in and out, without knowing what is said."""
