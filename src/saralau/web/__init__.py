"""A door: the web application. Pages for people; no logic of their own. Needs the extra `web`."""
