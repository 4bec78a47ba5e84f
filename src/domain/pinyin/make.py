"""Makes readings.bin from Unicode's Unihan database.

    apt-get download unicode-data && dpkg -x unicode-data_*.deb unihan
    python3 make.py unihan/usr/share/unicode/Unihan_Readings.txt.bz2

The file is Unihan 15.0 as Debian ships it; UNICODE-LICENSE.txt is its licence. Kept are the
characters that a modern dictionary has (kTGHZ2013, kXHC1983, kHanyuPinlu), traditional forms too;
the first reading is kMandarin's, where a dictionary agrees. What lies in readings.bin, one after the other:

- the syllables without tones, the commonest first, with spaces between and a line feed behind
- a bit for each character from U+4E00 to U+9FA5: whether it is known
- a byte for each known one: the place of its syllable, 255 where that is 255 or more
- a byte for each of those: the place less 255
- two bits for each known one: its tone, 0 for the fourth and the neutral one
- other readings and characters: how many (2 bytes), how far each lies behind the one before
  (7 bits a byte, the last with the high bit clear), their low bytes, their high bytes

Texts of numbers are little-endian.
"""

import bz2
import collections
import pathlib
import sys
import unicodedata

FIRST, LAST = 0x4E00, 0x9FA5
TONES = "\u0304\u0301\u030c\u0300"


def read(path):
    fields = collections.defaultdict(dict)
    for line in bz2.open(path, "rt"):
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            fields[field][int(code[2:], 16)] = value
    return fields


def plain(reading):
    """A syllable without its tone, ü as v, and the tone."""
    letters, tone = "", 0
    for sign in unicodedata.normalize("NFD", reading):
        if sign in TONES:
            tone = TONES.index(sign) + 1
        elif sign == "\u0308":
            letters = letters[:-1] + "v"
        elif unicodedata.category(sign) != "Mn":
            letters += sign
    return letters, tone


def readings(fields):
    """The readings of every character that is kept, the first one first."""
    found = collections.defaultdict(list)

    def add(code, reading):
        letters, tone = plain(reading)
        has_vowel = any(it in "aeiouv" for it in letters)
        if has_vowel and all(letters != it for it, _ in found[code]):
            found[code].append((letters, tone))

    dictionaries = [fields[it] for it in ("kTGHZ2013", "kXHC1983", "kHanyuPinlu")]
    for code in sorted(set().union(*dictionaries)):
        usual = fields["kMandarin"].get(code, "").split()[:1]
        # 罗 is luō there, and luó in every dictionary.
        if usual and usual[0] in fields["kTGHZ2013"].get(code, usual[0]):
            add(code, usual[0])
        for dictionary in dictionaries:
            for entry in dictionary.get(code, "").split():
                for reading in entry.split(":")[-1].split(","):
                    add(code, reading.split("(")[0])
    return {code: them for code, them in found.items() if them}


def pack(found):
    known = [code for code in range(FIRST, LAST + 1) if code in found]
    usual = collections.Counter(found[code][0][0] for code in known)
    every = {letters for them in found.values() for letters, _ in them}
    names = sorted(every, key=lambda it: (-usual[it], it))
    places = {letters: place for place, letters in enumerate(names)}
    bits = bytearray((LAST - FIRST) // 8 + 1)
    tones = bytearray((len(known) + 3) // 4)
    for number, code in enumerate(known):
        bits[(code - FIRST) // 8] |= 1 << (code - FIRST) % 8
        tones[number // 4] |= found[code][0][1] % 4 << number % 4 * 2
    first = [places[found[code][0][0]] for code in known]
    others = []
    for code in sorted(found):
        rest = found[code][1:] if FIRST <= code <= LAST else found[code]
        others.extend((code, places[letters]) for letters, _ in rest)
    ways, before = bytearray(), 0
    for code, _ in others:
        way, before = code - before, code
        while way >= 128:
            ways.append(way & 127 | 128)
            way >>= 7
        ways.append(way)
    return b"".join([
        (" ".join(names) + "\n").encode(),
        bytes(bits),
        bytes(min(it, 255) for it in first),
        bytes(it - 255 for it in first if it >= 255),
        bytes(tones),
        len(others).to_bytes(2, "little"),
        bytes(ways),
        bytes(place & 255 for _, place in others),
        bytes(place >> 8 for _, place in others),
    ])


if __name__ == "__main__":
    packed = pack(readings(read(sys.argv[1])))
    pathlib.Path(__file__).with_name("readings.bin").write_bytes(packed)
    print(len(packed), "bytes")
