"""The one exception that is the user's to read: told in Chinese, shown without a traceback."""


class MzshError(Exception):
    """A mistake of the user or an unusable workspace (exit 2).

    `hint` is the one next step, in Chinese; it may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
