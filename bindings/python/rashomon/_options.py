"""Options: names that are nearly right, values as the command line takes them."""
import difflib
import functools
import inspect
import os


def did_you_mean(name, names, otherwise):
    near = difflib.get_close_matches(name, names, 1)
    return f'did you mean "{near[0]}"?' if near else otherwise


def suggests(function):
    """Has the function name the nearest keyword where it is given one that it does not know."""
    parameters = inspect.signature(function).parameters.values()
    names = [one.name for one in parameters if one.kind is one.KEYWORD_ONLY]

    @functools.wraps(function)
    def checked(*arguments, **options):
        for name in options:
            if name not in names:
                cure = did_you_mean(name, names, f"there are {', '.join(names)}")
                raise TypeError(f"{function.__name__}() has no option {name!r}: {cure}")
        return function(*arguments, **options)

    return checked


def as_typed(value):
    """An option's value as bytes, as it would be typed."""
    return repr(value).encode() if isinstance(value, (int, float)) else os.fsencode(value)


def stamp(**options):
    """The options that are given, each value in turn, for the comparison to repeat."""
    pairs = []
    for name, value in options.items():
        values = value if isinstance(value, list) else [value]
        pairs += [(name.replace("_", "-").encode(), as_typed(one)) for one in values if one is not None]
    return pairs
