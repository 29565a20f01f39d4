"""What goes wrong."""


class InputError(ValueError):
    """Bad input: where it stands, what is wrong with it, and what puts it right."""

    def __init__(self, place, problem, cure, file=None):
        super().__init__(place, problem, cure, file)
        self.place = place  # "us.jsonl:3:14", "text 2", "parties"
        self.problem = problem
        self.cure = cure
        self.file = file  # path of the file that it stands in, as given; None where it stands in none

    def __str__(self):
        return f"{self.place}: {self.problem}; {self.cure}"


class NotFittedError(ValueError, AttributeError):
    """A Vectorizer is asked before it has learned; scikit-learn's own error of this name has the same bases."""
