"""A door: the library over HTTP for programs, described by OpenAPI. No logic of its own. Needs the extra `web`."""
