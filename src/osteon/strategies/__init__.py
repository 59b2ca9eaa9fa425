"""What might be done for one person: each strategy simulated, updated, compared."""
