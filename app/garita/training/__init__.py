"""How an officer is made: simulated conversations, tokenizer, pretraining."""
