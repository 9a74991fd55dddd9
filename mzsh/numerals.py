"""Chinese numerals (一、二、三) for headings and lists."""

_DIGITS = "零一二三四五六七八九"


def cn_ordinal(number: int) -> str:
    """The number of a section from 1 to 99: 一, 十, 十二, 二十, 九十九. ValueError beyond."""
    if not 1 <= number <= 99:
        raise ValueError(f"序号 {number} 不在 1 到 99 之间")
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")
