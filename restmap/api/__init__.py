"""The objects a program uses: clients, domains and versions, collections, resources and verbs."""
