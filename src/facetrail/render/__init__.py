"""What people look at: each output is a function from a report to text or bytes."""
