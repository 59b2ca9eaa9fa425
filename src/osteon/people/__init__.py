"""From descriptions of people to what the simulation needs: parameters, ages, calendars."""
