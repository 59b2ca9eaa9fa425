"""Exercise: activities with the loads they put on spine and hip."""
