"""What is special about the client of Twilio."""
