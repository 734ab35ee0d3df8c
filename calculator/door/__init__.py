"""The door between the page and the module, one room for each request."""
