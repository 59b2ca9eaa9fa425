"""What people take and do: drugs, nutrition, exercise."""
