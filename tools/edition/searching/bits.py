"""Numbers as few bits, most significant bit first.

P. Elias, "Universal codeword sets" (1975), for numbers; A. Moffat and L. Stuiver, "Binary interpolative coding" (2000), for
rising lists: the middle one first, then both halves between narrower bounds, so that what stands close together costs
little. Each function returns a string of "0" and "1".
"""

from collections.abc import Sequence


def gamma(number: int) -> str:
    """Return a number from 1 in Elias's gamma code."""
    binary = f"{number:b}"
    return "0" * (len(binary) - 1) + binary


def within(number: int, size: int) -> str:
    """Return a number from 0 to `size` - 1 in truncated binary: no bits where there is but one choice."""
    width = size.bit_length() - 1
    short = (2 << width) - size
    if number < short:
        return f"{number:0{width}b}" if width else ""
    return f"{number + short:0{width + 1}b}"


def rising(numbers: Sequence[int], low: int, high: int) -> str:
    """Return numbers that rise from at least `low` to at most `high`; a reader must know how many they are."""
    parts: list[str] = []
    _halve(numbers, 0, len(numbers), low, high, parts)
    return "".join(parts)


def _halve(numbers: Sequence[int], start: int, end: int, low: int, high: int, parts: list[str]) -> None:
    count = end - start
    if not count or count == high - low + 1:
        return
    middle = start + count // 2
    number, least, most = numbers[middle], low + middle - start, high - (end - 1 - middle)
    if least < most:
        parts.append(within(number - least, most - least + 1))
    _halve(numbers, start, middle, low, number - 1, parts)
    _halve(numbers, middle + 1, end, number + 1, high, parts)


def to_bytes(bits: str) -> bytes:
    """Return bits as bytes, the last filled up with zeros."""
    filled = bits + "0" * (-len(bits) % 8)
    return int(filled, 2).to_bytes(len(filled) // 8, "big") if filled else b""
