"""Colours by what they are for: stand-ins while a chart is drawn, classes of the style sheet afterwards.

So one drawing follows light and dark mode.
"""

SERIES = tuple(f"#0000a{number}" for number in range(6))
STEPS = tuple(f"#0000b{number}" for number in range(1, 5))
INK, SOFT, RULE = "#0000c1", "#0000c2", "#0000c3"

CLASSES = {
    **{colour: f"series-{number}" for number, colour in enumerate(SERIES)},
    **{colour: f"step-{number}" for number, colour in enumerate(STEPS, 1)},
    INK: "ink", SOFT: "soft", RULE: "rule",
}

LEAST = (1, 3, 10, 30)
"""The counts at which a cell of a grid gets the next darker ground."""


def step_of(weight: float) -> str:
    """Return the colour of a count in a grid."""
    return STEPS[max(0, sum(weight >= least for least in LEAST) - 1)]
