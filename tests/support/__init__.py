"""What several tests share: people to simulate, random states, an independent solver, toys."""
