"""WebAssembly files that carry something: a custom section at their end, which engines skip.

The binary format is that of the WebAssembly core specification, 5.5.3: a section is its id, its
length and its contents; a custom one has the id 0 and begins with its name.
"""

EMPTY = b"\0asm\x01\0\0\0"
"""The smallest module: its mark and its version."""


def with_section(module: bytes, name: str, content: bytes) -> bytes:
    r"""The module with one more custom section.

    >>> with_section(EMPTY, "note", b"hi")[8:]
    b'\x00\x07\x04notehi'
    """
    named = _unsigned(len(name.encode())) + name.encode() + content
    return module + b"\0" + _unsigned(len(named)) + named


def _unsigned(number: int) -> bytes:
    r"""An unsigned number in LEB128.

    >>> _unsigned(7), _unsigned(300)
    (b'\x07', b'\xac\x02')
    """
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)
