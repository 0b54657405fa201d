"""What to tell when input cannot be used."""

from __future__ import annotations

from saralau.messages.saying import say


class InputError(ValueError):
    """Input that cannot be used. One sentence for the user: the file, the place and the mend, in any language.

    `str()` says it in English; `told` in the language asked for. Rooms raise kinds of their own.
    """

    def __init__(self, message: str, **arguments: object) -> None:
        super().__init__(message, arguments)
        self.message = message
        # Numbers here are places and sizes, not amounts: a line is 1200, not 1,200.
        self.arguments = {name: str(value) for name, value in arguments.items()}

    def told(self, language: str) -> str:
        """The sentence in a language of the messages."""
        return say(self.message, language, **self.arguments)

    def __str__(self) -> str:
        return self.told("en")
