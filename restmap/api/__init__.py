"""What a caller touches: clients, domains and versions, collections, resources and their verbs."""
