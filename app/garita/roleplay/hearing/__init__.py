"""The officer's ears: small readers that find facts and signals in a learner's Spanish. ``understand`` joins them."""
